import { type Actor } from '../../local/kernel/types.ts';
import { ANN, APP, BOB } from '../../local/products/jira/testing/desk.ts';

export type Step = readonly [actor: Actor, method: string, path: string, body?: unknown];

/** A form of one file, as browsers write it. */
export const FORM_TYPE = 'multipart/form-data; boundary=edge';
export const FORM = Buffer.from(
  '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nHello\r\n--edge--\r\n',
);

const ADF = {
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hello' }] }],
};
const FIELDS = {
  project: { key: 'IT' },
  issuetype: { name: 'Service Request' },
  summary: 'A new laptop',
  customfield_10001: { value: 'Light' },
};

/** A walk through everything the local Jira answers; `IT-2` is the issue that gets the most. */
export const STEPS: readonly Step[] = [
  [ANN, 'GET', 'serverInfo'],
  [ANN, 'GET', 'myself?expand=groups'],
  [ANN, 'GET', 'user?accountId=bob&expand=groups'],
  [ANN, 'GET', 'user/search?query=a&maxResults=10'],
  [ANN, 'GET', 'user/assignable/search?project=IT&query='],
  [ANN, 'GET', 'user/viewissue/search?accountId=bob&issueKey=IT-1&maxResults=1'],
  [ANN, 'GET', 'user/bulk?accountId=ann&accountId=bob'],
  [ANN, 'GET', 'user/groups?accountId=ann'],
  [ANN, 'GET', 'groups/picker?query=st'],
  [ANN, 'GET', 'group/bulk?groupName=staff'],
  [ANN, 'GET', 'group/bulk?groupId=276f955c-63d7-42c8-9520-92d01dca0625&maxResults=50'],
  [ANN, 'GET', 'groups/picker?query=&maxResults=50'],
  [APP, 'GET', 'group/member?groupId=15622065-43da-7641-23c2-1bd524674f0a'],
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
  [ANN, 'GET', 'project/IT/statuses'],
  [ANN, 'GET', 'project/IT/securitylevel'],
  [ANN, 'GET', '/rest/servicedeskapi/servicedesk/IT/requesttype?start=0&limit=50'],
  [ANN, 'GET', 'project/IT/role'],
  [ANN, 'GET', 'project/IT/role/10003'],
  [ANN, 'GET', 'issuetype'],
  [ANN, 'GET', 'priority/search?startAt=0&maxResults=2'],
  [ANN, 'GET', 'resolution/search?startAt=0&maxResults=50'],
  [ANN, 'GET', 'status'],
  [ANN, 'GET', 'field'],
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
  [BOB, 'GET', 'issue/IT-2/comment?expand=properties&orderBy=-created'],
  [ANN, 'GET', 'issue/IT-2/comment/10001'],
  [ANN, 'DELETE', 'issue/IT-2/comment/10001'],
  [BOB, 'GET', 'issue/IT-2/changelog?maxResults=2'],
  [
    BOB,
    'POST',
    'changelog/bulkfetch',
    { issueIdsOrKeys: ['IT-1', 'IT-2'], fieldIds: ['status', 'assignee'], maxResults: 1 },
  ],
  [BOB, 'GET', '/rest/servicedeskapi/request/IT-1/sla'],
  [BOB, 'GET', '/rest/servicedeskapi/request/IT-2/sla?start=0&limit=10'],
  [BOB, 'GET', '/rest/servicedeskapi/request/IT-1/approval'],
  [BOB, 'POST', '/rest/servicedeskapi/request/IT-1/approval/1', { decision: 'approve' }],
  [ANN, 'GET', 'attachment/meta'],
  [ANN, 'POST', 'issue/IT-2/attachments', FORM],
  [ANN, 'GET', 'attachment/content/10000?redirect=false'],
  [BOB, 'GET', 'issue/IT-2?fields=attachment'],
  [ANN, 'POST', '/rest/servicedeskapi/servicedesk/IT/attachTemporaryFile', FORM],
  [
    ANN,
    'POST',
    '/rest/servicedeskapi/request/IT-2/attachment',
    { temporaryAttachmentIds: [], public: true, additionalComment: { body: 'See there' } },
  ],
  [BOB, 'PUT', 'issue/IT-2/properties/sla', { state: 'met' }],
  [ANN, 'GET', 'issue/IT-2/properties/sla'],
  [ANN, 'PUT', 'user/properties/u?accountId=ann', 1],
  [ANN, 'GET', 'user/properties?accountId=ann'],
  [ANN, 'GET', 'user/properties/u?accountId=ann'],
  [ANN, 'GET', 'issueLinkType'],
  [
    BOB,
    'POST',
    'issueLink',
    { type: { name: 'Blocks' }, inwardIssue: { key: 'IT-1' }, outwardIssue: { key: 'IT-2' } },
  ],
  [BOB, 'POST', 'issue/IT-2/watchers', 'bob'],
  [
    BOB,
    'POST',
    'issue/IT-2/notify',
    {
      subject: 's',
      textBody: 't',
      to: {
        reporter: true,
        users: [{ accountId: 'bob' }],
        groupIds: ['15622065-43da-7641-23c2-1bd524674f0a'],
      },
    },
  ],
  [
    APP,
    'POST',
    'app/field/value?generateChangelog=false',
    { updates: [{ customField: 'customfield_10003', issueIds: [10001], value: '2026-11-25T10:00:00.000Z' }] },
  ],
  [BOB, 'GET', 'issue/IT-2?expand=changelog,names,schema,transitions&properties=sla&fields=*all'],
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
      expand: 'changelog',
    },
  ],
  [BOB, 'POST', 'search/approximate-count', { jql: 'project = IT' }],
  [BOB, 'POST', 'jql/parse?validation=strict', { queries: ['project = IT', 'colour = red'] }],
  [BOB, 'GET', 'issue/NO-1'],
  [BOB, 'GET', 'search/jql?jql=colour%20%3D%20red'],
  [APP, 'DELETE', 'issue/IT-2?deleteSubtasks=true'],
];
