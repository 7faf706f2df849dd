import { describe, expect, it } from '@jest/globals';
import { type Actor, type ProductResponse } from '../../local/kernel/types.ts';
import { haveDocuments, loadContract, OPENAPI_DIR } from '../../local/products/testing/conformance.ts';
import { ANN, APP, BOB, NOON, openDesk, user } from '../../local/products/jira/testing/desk.ts';

if (!haveDocuments())
  console.warn(
    `Skipped: the answers of the local Jira are not checked, as there are no OpenAPI documents in ${OPENAPI_DIR} (set OPENAPI_DIR to point to them).`,
  );
const documented = haveDocuments() ? describe : describe.skip;

type Step = readonly [actor: Actor, method: string, path: string, body?: unknown];

const ADF = {
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hello' }] }],
};
const ROOT = user('root');
const FIELDS = {
  project: { key: 'IT' },
  issuetype: { name: 'Service Request' },
  summary: 'A new laptop',
  customfield_10001: { value: 'Light' },
};

/** A walk through everything the local Jira answers; `IT-2` is the issue that gets the most. */
const STEPS: readonly Step[] = [
  [ANN, 'GET', 'serverInfo'],
  [ANN, 'GET', 'myself?expand=groups'],
  [ANN, 'GET', 'user?accountId=bob&expand=groups'],
  [ANN, 'GET', 'user/search?query=a&maxResults=10'],
  [ANN, 'GET', 'users/search?startAt=0'],
  [ANN, 'GET', 'user/assignable/search?project=IT&query='],
  [ANN, 'GET', 'user/bulk?accountId=ann&accountId=bob'],
  [ANN, 'GET', 'user/groups?accountId=ann'],
  [ANN, 'GET', 'groups/picker?query=st'],
  [ANN, 'GET', 'group/bulk?groupName=staff'],
  [APP, 'GET', 'group/member?groupname=staff'],
  [ANN, 'GET', 'mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER,pledge__manage&projectKey=IT'],
  [
    APP,
    'POST',
    'permissions/check',
    {
      accountId: 'ann',
      globalPermissions: ['pledge__manage'],
      projectPermissions: [{ permissions: ['EDIT_ISSUES'], projects: [10001], issues: [10000] }],
    },
  ],
  [ANN, 'GET', 'project/search?query=it&expand=lead'],
  [ANN, 'GET', 'project/IT'],
  [ANN, 'GET', 'project/IT/components'],
  [ANN, 'GET', 'project/IT/statuses'],
  [ANN, 'GET', 'project/IT/role'],
  [ANN, 'GET', 'project/IT/role/10003'],
  [ANN, 'GET', 'issuetype'],
  [ANN, 'GET', 'priority'],
  [ANN, 'GET', 'resolution'],
  [ANN, 'GET', 'status'],
  [ANN, 'GET', 'statuses/search?searchString=in'],
  [ANN, 'GET', 'field'],
  [ROOT, 'GET', 'field/customfield_10001/context'],
  [ROOT, 'GET', 'field/customfield_10001/context/10001/option'],
  [ANN, 'GET', 'issue/createmeta/IT/issuetypes'],
  [BOB, 'GET', 'issue/createmeta/IT/issuetypes/10002'],
  [
    ANN,
    'POST',
    'issue',
    {
      fields: {
        ...FIELDS,
        description: ADF,
        customfield_10002: '2026-12-01',
        customfield_10004: 9.5,
        labels: ['a'],
      },
      properties: [{ key: 'item', value: { id: 1 } }],
    },
  ],
  [ANN, 'POST', 'issue', { fields: { ...FIELDS, summary: '' } }],
  [
    BOB,
    'POST',
    'issue',
    {
      fields: {
        project: { key: 'IT' },
        issuetype: { name: 'Subtask' },
        parent: { key: 'IT-2' },
        summary: 'Order it',
      },
    },
  ],
  [
    BOB,
    'PUT',
    'issue/IT-2',
    {
      fields: { priority: { id: '2' } },
      update: { labels: [{ add: 'b' }], components: [{ add: { name: 'Hardware' } }] },
    },
  ],
  [BOB, 'PUT', 'issue/IT-2/assignee', { accountId: 'bob' }],
  [BOB, 'GET', 'issue/IT-2/transitions?expand=transitions.fields'],
  [
    BOB,
    'POST',
    'issue/IT-2/transitions',
    {
      transition: { id: '31' },
      fields: { resolution: { name: 'Done' } },
      update: { comment: [{ add: { body: ADF } }] },
    },
  ],
  [ANN, 'POST', 'issue/IT-2/comment?expand=properties', { body: ADF, properties: [{ key: 'x', value: 1 }] }],
  [
    BOB,
    'POST',
    'issue/IT-2/comment',
    { body: ADF, visibility: { type: 'role', value: 'Service Desk Team', identifier: 'Service Desk Team' } },
  ],
  [BOB, 'GET', 'issue/IT-2/comment?expand=renderedBody,properties&orderBy=-created'],
  [ANN, 'GET', 'issue/IT-2/comment/10001?expand=renderedBody'],
  [ANN, 'PUT', 'issue/IT-2/comment/10001', { body: ADF }],
  [ANN, 'POST', 'comment/list?expand=properties', { ids: [10000, 10001] }],
  [ANN, 'GET', 'comment/10001/properties'],
  [ANN, 'PUT', 'comment/10001/properties/y', { a: 1 }],
  [ANN, 'GET', 'comment/10001/properties/y'],
  [ANN, 'DELETE', 'comment/10001/properties/y'],
  [ANN, 'DELETE', 'issue/IT-2/comment/10001'],
  [BOB, 'GET', 'issue/IT-2/changelog?maxResults=2'],
  [
    BOB,
    'POST',
    'changelog/bulkfetch',
    { issueIdsOrKeys: ['IT-1', 'IT-2'], fieldIds: ['status', 'assignee'], maxResults: 1 },
  ],
  [BOB, 'PUT', 'issue/IT-2/properties/sla', { state: 'met' }],
  [BOB, 'GET', 'issue/IT-2/properties'],
  [ANN, 'GET', 'issue/IT-2/properties/sla'],
  [BOB, 'DELETE', 'issue/IT-2/properties/item'],
  [APP, 'PUT', 'project/IT/properties/p', 'x'],
  [ANN, 'GET', 'project/IT/properties'],
  [ANN, 'GET', 'project/IT/properties/p'],
  [APP, 'DELETE', 'project/IT/properties/p'],
  [ANN, 'PUT', 'user/properties/u?accountId=ann', 1],
  [ANN, 'GET', 'user/properties?accountId=ann'],
  [ANN, 'GET', 'user/properties/u?accountId=ann'],
  [ANN, 'DELETE', 'user/properties/u?accountId=ann'],
  [ANN, 'GET', 'issueLinkType'],
  [
    BOB,
    'POST',
    'issueLink',
    { type: { name: 'Blocks' }, inwardIssue: { key: 'IT-1' }, outwardIssue: { key: 'IT-2' } },
  ],
  [BOB, 'GET', 'issueLink/10000'],
  [
    BOB,
    'POST',
    'issue/IT-2/remotelink',
    {
      globalId: 'g',
      relationship: 'explained by',
      application: { name: 'Confluence' },
      object: { url: 'https://x.example/1', title: 'Article' },
    },
  ],
  [
    BOB,
    'POST',
    'issue/IT-2/remotelink',
    { globalId: 'g', object: { url: 'https://x.example/2', title: 'Article' } },
  ],
  [BOB, 'GET', 'issue/IT-2/remotelink'],
  [BOB, 'GET', 'issue/IT-2/remotelink/10000'],
  [
    ANN,
    'POST',
    'issue/IT-2/attachments',
    { file: Buffer.from('hi').toString('base64'), __fileName: 'a.txt', __fileType: 'text/plain' },
  ],
  [ANN, 'GET', 'attachment/10000'],
  [ANN, 'GET', 'attachment/content/10000'],
  [BOB, 'POST', 'issue/IT-2/watchers', 'ann'],
  [BOB, 'GET', 'issue/IT-2/watchers'],
  [
    BOB,
    'POST',
    'issue/IT-2/notify',
    {
      subject: 's',
      textBody: 't',
      to: { reporter: true, users: [{ accountId: 'bob' }], groups: [{ name: 'staff' }] },
    },
  ],
  [BOB, 'DELETE', 'issue/IT-2/watchers?accountId=ann'],
  [
    APP,
    'PUT',
    'app/field/customfield_10003/value',
    { updates: [{ issueIds: [10001], value: '2026-11-24T10:00:00.000Z' }] },
  ],
  [
    APP,
    'POST',
    'app/field/value',
    { updates: [{ customField: 'customfield_10003', issueIds: [10001], value: '2026-11-25T10:00:00.000Z' }] },
  ],
  [
    APP,
    'POST',
    'jql/function/computation?skipNotFoundPrecomputations=true',
    { values: [{ id: 'x', value: 'issue in (IT-1)' }] },
  ],
  [BOB, 'GET', 'issue/IT-2/editmeta'],
  [
    BOB,
    'GET',
    'issue/IT-2?expand=changelog,names,schema,renderedFields,transitions&properties=sla&fields=*all',
  ],
  [BOB, 'GET', 'issue/IT-1?fields=issuelinks,subtasks,parent'],
  [
    BOB,
    'POST',
    'issue/bulkfetch',
    {
      issueIdsOrKeys: ['IT-1', 'IT-2', 'NO-1'],
      fields: ['summary'],
      expand: ['changelog'],
      properties: ['sla'],
    },
  ],
  [BOB, 'GET', 'search/jql?jql=project%20%3D%20IT&fields=summary,status&maxResults=1&expand=names'],
  [
    BOB,
    'POST',
    'search/jql',
    {
      jql: 'project = IT',
      fields: ['*all'],
      properties: ['sla'],
      reconcileIssues: [10000],
      expand: 'changelog',
    },
  ],
  [BOB, 'POST', 'search/approximate-count', { jql: 'project = IT' }],
  [BOB, 'POST', 'jql/parse?validation=strict', { queries: ['project = IT', 'colour = red'] }],
  [BOB, 'GET', 'issue/NO-1'],
  [BOB, 'GET', 'search/jql?jql=colour%20%3D%20red'],
  [ANN, 'DELETE', 'attachment/10000'],
  [BOB, 'DELETE', 'issue/IT-2/remotelink/10000'],
  [BOB, 'DELETE', 'issueLink/10000'],
  [APP, 'DELETE', 'issue/IT-2?deleteSubtasks=true'],
];

async function walk(): Promise<
  {
    step: Step;
    request: { method: string; path: string; body?: string };
    response: ProductResponse;
    operation: string;
  }[]
> {
  const { jira } = openDesk();
  jira.registerGlobalPermissions([{ key: 'pledge__manage', name: 'Manage', defaultGrants: ['all'] }]);
  jira.importIssue({
    project: 'IT',
    issueType: 'Service Request',
    reporter: 'ann',
    createdAt: NOON,
    fields: { summary: 'Old', customfield_10001: { value: 'Heavy' } },
    history: [{ at: NOON + 1, author: 'bob', set: { status: 'Resolved' } }],
  });
  const done = [];
  for (const step of STEPS) {
    const [actor, method, path, body] = step;
    const request = {
      method,
      path: `/rest/api/3/${path}`,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const response = await jira.handle({ ...request, actor, headers: { 'x-atlassian-token': 'no-check' } });
    const { pathname } = new URL(request.path, 'http://site.invalid');
    const fitting = jira.routes.filter(
      (one) =>
        one.method === method &&
        new RegExp(`^${one.template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(pathname),
    );
    const nearest = fitting.sort((a, b) => a.template.split('{').length - b.template.split('{').length)[0];
    done.push({ step, request, response, operation: `${method} ${nearest?.template ?? ''}` });
  }
  return done;
}

describe('the walk through the local Jira', () => {
  it('visits every operation, and fails only where it means to', async () => {
    const steps = await walk();
    const visited = new Set(steps.map((one) => one.operation));
    expect(
      openDesk()
        .jira.routes.map((one) => `${one.method} ${one.template}`)
        .filter((name) => !visited.has(name)),
    ).toEqual([]);
    const failed = steps
      .filter((one) => one.response.status >= 400)
      .map((one) => `${one.step[1]} ${one.step[2]} ${one.response.status}`);
    expect(failed).toEqual([
      'POST issue 400',
      'GET issue/NO-1 404',
      'GET search/jql?jql=colour%20%3D%20red 400',
    ]);
  });
});

documented('the local Jira against Atlassian’s OpenAPI document', () => {
  it('sends and answers what the document says', async () => {
    const contract = loadContract('jira-platform-v3.2026-04-20.json');
    const problems = (await walk()).flatMap(({ step, request, response }) =>
      contract.problems(request, response).map((problem) => `${step[1]} ${step[2]}: ${problem}`),
    );
    expect(problems).toEqual([]);
  });

  it('would notice a wrong answer', () => {
    const contract = loadContract('jira-platform-v3.2026-04-20.json');
    const answer = { status: 200, body: { issues: 'none', surprise: 1 } };
    expect(
      contract.problems({ method: 'POST', path: '/rest/api/3/search/jql', body: '{"jql":1}' }, answer),
    ).toHaveLength(3);
    expect(contract.problems({ method: 'GET', path: '/rest/api/3/nothing/here' }, answer)).toHaveLength(1);
  });
});
