import { describe, expect, it } from '@jest/globals';
import { type ProductResponse } from '../../local/kernel/types.ts';
import { haveDocuments, loadContract, OPENAPI_DIR } from '../../local/products/testing/conformance.ts';
import { account } from '../../local/demo/company/accounts.ts';
import { openCompany } from '../../local/demo/testing/company.ts';
import { NOON, openDesk } from '../../local/products/jira/testing/desk.ts';
import { FORM_TYPE, type Step, STEPS } from './products-jira-steps.ts';

if (!haveDocuments())
  console.warn(
    `Skipped: the answers of the local Jira are not checked, as there are no OpenAPI documents in ${OPENAPI_DIR} (set OPENAPI_DIR to point to them).`,
  );
const documented = haveDocuments() ? describe : describe.skip;

async function walk(): Promise<
  {
    step: Step;
    request: { method: string; path: string; body?: string | Buffer };
    response: ProductResponse;
    operation: string;
  }[]
> {
  const { jira } = openDesk();
  jira.registerGlobalPermissions([{ key: 'pledge__manage', name: 'Manage', defaultGrants: ['all'] }]);
  jira.setNativeSlas('IT', [
    { id: 1, name: 'Time to resolution', goals: [{ priority: '2', ms: 1 }, { ms: 3_600_000 }] },
  ]);
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
      path: path.startsWith('/') ? path : `/rest/api/3/${path}`,
      ...(body === undefined ? {} : { body: body instanceof Buffer ? body : JSON.stringify(body) }),
    };
    const headers = { 'x-atlassian-token': 'no-check', 'content-type': FORM_TYPE };
    const response = await jira.handle({ ...request, actor, headers });
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
      'POST /rest/servicedeskapi/request/IT-1/approval/1 404',
      // It has no request type.
      'POST /rest/servicedeskapi/request/IT-2/attachment 404',
      'GET issue/NO-1 404',
      'GET search/jql?jql=colour%20%3D%20red 400',
    ]);
  });
});

documented('the local Jira against Atlassian’s OpenAPI document', () => {
  it('sends and answers what the document says', async () => {
    const contract = loadContract('jira-platform-v3.2026-04-20.json');
    const serviceManagement = loadContract('jira-service-management.2023-08-28.json');
    const problems = (await walk()).flatMap(({ step, request, response }) =>
      (request.path.startsWith('/rest/servicedeskapi/') ? serviceManagement : contract)
        .problems(request, response)
        .map((problem) => `${step[1]} ${step[2]}: ${problem}`),
    );
    expect(problems).toEqual([]);
  });

  it('says what it says of a required field and of an approval', async () => {
    const { ask } = openCompany();
    const platform = loadContract('jira-platform-v3.2026-04-20.json');
    const serviceManagement = loadContract('jira-service-management.2023-08-28.json');
    const problems: string[] = [];
    const step = async (name: string, method: string, path: string, body?: unknown) => {
      const response = await ask(name, method, path, body);
      const contract = path.includes('/servicedeskapi/') ? serviceManagement : platform;
      const request = { method, path, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      problems.push(...contract.problems(request, response).map((one) => `${method} ${path}: ${one}`));
      return response;
    };
    const raise = async (key: string, type: string, fields: object = {}): Promise<string> => {
      const project = { project: { key }, issuetype: { name: type }, summary: 'A new one', ...fields };
      const { body } = await step('ingrid', 'POST', '/rest/api/3/issue', { fields: project });
      return (body as { readonly key: string }).key;
    };
    const change = `/rest/api/3/issue/${await raise('CHG', 'Task', { customfield_10059: { value: 'Normal' } })}/transitions`;
    await step('ingrid', 'POST', change, { transition: { id: '11' } });
    await step('ingrid', 'GET', `${change}?expand=transitions.fields`);
    expect(await step('ingrid', 'POST', change, { transition: { id: '21' } })).toMatchObject({ status: 400 });
    const approvers = { customfield_10058: [{ accountId: account('maria') }] };
    const help = await raise('HELP', 'Service Request', approvers);
    const approval = `/rest/servicedeskapi/request/${help}/approval`;
    await step('ingrid', 'GET', `/rest/api/3/issue/${help}/transitions`);
    await step('maria', 'GET', approval);
    await step('maria', 'POST', `${approval}/1`, { decision: 'approve' });
    await step('maria', 'GET', `/rest/api/3/issue/${help}`);
    expect(problems).toEqual([]);
  });

  it('says what it says of the spaces that a newcomer starts on', async () => {
    const { ask } = openCompany();
    const platform = loadContract('jira-platform-v3.2026-04-20.json');
    const serviceManagement = loadContract('jira-service-management.2023-08-28.json');
    const secret = { project: { key: 'HELP' }, issuetype: { name: 'Service Request' }, summary: 'A rise' };
    const fields = { ...secret, security: { id: '10011' }, customfield_10010: '21' };
    const walk: readonly (readonly [who: string, method: string, path: string, body?: unknown])[] = [
      ['app', 'GET', 'issue/createmeta/CHG/issuetypes/10001'],
      ['app', 'GET', 'issue/createmeta/HELP/issuetypes/10002'],
      ['app', 'GET', 'project/HELP/securitylevel'],
      ['app', 'GET', 'project/LEG/securitylevel'],
      ['app', 'GET', '/rest/servicedeskapi/servicedesk/HELP/requesttype'],
      ['app', 'GET', '/rest/servicedeskapi/servicedesk/OPS/requesttype'],
      ['app', 'GET', 'mypermissions?permissions=BROWSE_PROJECTS&projectKey=LEG'],
      ['app', 'POST', 'issue', { fields }],
      ['app', 'GET', 'issue/HELP-1?fields=security,customfield_10010'],
    ];
    const problems: string[] = [];
    const statuses: number[] = [];
    for (const [who, method, short, body] of walk) {
      const path = short.startsWith('/') ? short : `/rest/api/3/${short}`;
      const response = await ask(who, method, path, body);
      statuses.push(response.status);
      const contract = path.includes('/servicedeskapi/') ? serviceManagement : platform;
      const request = { method, path, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      problems.push(...contract.problems(request, response).map((one) => `${method} ${path}: ${one}`));
    }
    expect(problems).toEqual([]);
    expect(statuses).toEqual([200, 200, 200, 404, 200, 404, 404, 201, 200]);
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
