/** What the app can learn of the spaces that a newcomer starts on, by the calls Jira documents and its scopes allow. */
import { describe, expect, it } from '@jest/globals';
import { account } from './company/accounts';
import { openCompany } from './testing/company';

const TASK = '10001';
const REQUEST = '10002';

interface Meta {
  readonly fields: readonly {
    readonly fieldId: string;
    readonly required: boolean;
    readonly hasDefaultValue: boolean;
    readonly allowedValues?: readonly {
      readonly id: string;
      readonly value?: string;
      readonly name?: string;
    }[];
  }[];
}

function company() {
  const { ask } = openCompany();
  const read = async <T>(who: string, path: string): Promise<T> =>
    (await ask(who, 'GET', `/rest/api/3/${path}`)).body as T;
  const meta = async (who: string, space: string, type: string) =>
    (await read<Meta>(who, `issue/createmeta/${space}/issuetypes/${type}?maxResults=100`)).fields;
  const levels = async (who: string) =>
    (
      await read<{ readonly levels: readonly { readonly name: string }[] }>(who, 'project/HELP/securitylevel')
    ).levels.map(({ name }) => name);
  const create = (who: string, space: string, fields: object) =>
    ask(who, 'POST', '/rest/api/3/issue', { fields: { project: { key: space }, summary: 'New', ...fields } });
  return { ask, read, meta, levels, create };
}

describe('a plain space', () => {
  it('has three statuses, none of which is one to wait in', async () => {
    const { read } = company();
    expect(await read('app', 'project/OPS/statuses')).toMatchObject([
      { id: TASK, statuses: [{ name: 'To Do' }, { name: 'In progress' }, { name: 'Done' }] },
      { subtask: true },
    ]);
  });

  it('asks for nothing but a summary', async () => {
    const { meta } = company();
    const required = (await meta('app', 'OPS', TASK)).filter((field) => field.required);
    expect(required.map(({ fieldId }) => fieldId)).toEqual(['summary', 'issuetype', 'project']);
  });
});

describe('a space with a field that must be filled in', () => {
  it('says so with the values it takes, and refuses a work item without one', async () => {
    const { meta, create } = company();
    const field = (await meta('app', 'CHG', TASK)).find(({ fieldId }) => fieldId === 'customfield_10059');
    expect(field).toMatchObject({
      required: true,
      hasDefaultValue: false,
      allowedValues: [{ value: 'Standard' }, { value: 'Normal' }, { value: 'Major' }],
    });
    const task = { issuetype: { id: TASK } };
    expect(await create('app', 'CHG', task)).toEqual({
      status: 400,
      body: { errorMessages: [], errors: { customfield_10059: 'Change type is required.' } },
    });
    expect((await create('app', 'CHG', { ...task, customfield_10059: { value: 'Major' } })).status).toBe(201);
  });
});

describe('a service space', () => {
  it('lists its request types to whoever may see it, and other spaces have none', async () => {
    const { ask } = company();
    const types = (desk: string, who = 'app') =>
      ask(who, 'GET', `/rest/servicedeskapi/servicedesk/${desk}/requesttype?limit=1`);
    expect((await types('HELP')).body).toMatchObject({
      size: 1,
      isLastPage: false,
      values: [{ id: '21', name: 'Get IT help', issueTypeId: REQUEST, serviceDeskId: '7' }],
    });
    expect(await types('7')).toMatchObject({ status: 200 });
    expect([(await types('OPS')).status, (await types('99')).status]).toEqual([404, 404]);
  });

  it('takes a request type of its own at creation, and no other', async () => {
    const { create, read } = company();
    const request = { issuetype: { id: REQUEST } };
    expect(await create('app', 'HELP', { ...request, customfield_10010: '99' })).toMatchObject({
      status: 400,
    });
    const { key } = (await create('app', 'HELP', { ...request, customfield_10010: '22' })).body as {
      key: string;
    };
    expect(await read('app', `issue/${key}?fields=customfield_10010`)).toMatchObject({
      fields: { customfield_10010: { requestType: { name: 'Request admin access' } } },
    });
  });

  it('opens no way out of the status that its own approval holds', async () => {
    const { create, read } = company();
    const { key } = (await create('app', 'HELP', { issuetype: { id: REQUEST } })).body as { key: string };
    expect(await read('app', `issue/${key}/transitions?expand=transitions.fields`)).toMatchObject({
      transitions: [],
    });
  });
});

describe('security levels', () => {
  it('are told to whoever is in them and may set them', async () => {
    const { levels, meta } = company();
    expect(await levels('app')).toEqual(['Confidential']);
    expect(await levels('ingrid')).toEqual(['Confidential']);
    expect([await levels('alice'), await levels('maria')]).toEqual([[], []]);
    const offered = async (who: string) =>
      (await meta(who, 'HELP', REQUEST)).find(({ fieldId }) => fieldId === 'security')?.allowedValues;
    expect(await offered('app')).toMatchObject([{ id: '10011', name: 'Confidential' }]);
    expect(await offered('alice')).toBeUndefined();
  });

  it('hide a work item from all others, in search too', async () => {
    const { ask, create } = company();
    const fields = {
      issuetype: { id: REQUEST },
      security: { id: '10011' },
      reporter: { accountId: account('alice') },
    };
    const { key } = (await create('app', 'HELP', fields)).body as { key: string };
    const sees = async (who: string) => {
      const { status } = await ask(who, 'GET', `/rest/api/3/issue/${key}`);
      const query = { jql: 'project = HELP', fields: ['summary'] };
      const { issues } = (await ask(who, 'POST', '/rest/api/3/search/jql', query)).body as {
        readonly issues: readonly object[];
      };
      return [status, issues.length];
    };
    expect([await sees('alice'), await sees('ingrid'), await sees('app')]).toEqual(
      Array.from({ length: 3 }, () => [200, 1]),
    );
    expect([await sees('boris'), await sees('maria')]).toEqual([
      [404, 0],
      [404, 0],
    ]);
  });

  it('can be given by nobody who is not in them, nor without the permission', async () => {
    const { create } = company();
    const given = async (who: string, id: string) =>
      (await create(who, 'HELP', { issuetype: { id: REQUEST }, security: { id } })).body;
    expect(await given('app', '10012')).toMatchObject({ errors: { security: expect.any(String) } });
    expect(await given('alice', '10011')).toMatchObject({ errors: { security: expect.any(String) } });
    expect(await given('ingrid', '10011')).toHaveProperty('key');
  });
});

describe('a space the app does not get in', () => {
  it('is like none to the app, while people work in it', async () => {
    const { ask, create } = company();
    const status = async (who: string, path: string) => (await ask(who, 'GET', `/rest/api/3/${path}`)).status;
    const paths = [
      'project/LEG',
      'mypermissions?permissions=CREATE_ISSUES&projectKey=LEG',
      'project/LEG/statuses',
    ];
    for (const path of paths)
      expect([path, await status('app', path), await status('ingrid', path)]).toEqual([path, 404, 200]);
    const asked = {
      projectPermissions: [{ permissions: ['BROWSE_PROJECTS', 'CREATE_ISSUES'], projects: [10007, 10008] }],
    };
    expect((await ask('app', 'POST', '/rest/api/3/permissions/check', asked)).body).toMatchObject({
      projectPermissions: [{ projects: [10007] }, { projects: [10007] }],
    });
    expect((await create('app', 'LEG', { issuetype: { id: TASK } })).status).toBe(400);
  });
});
