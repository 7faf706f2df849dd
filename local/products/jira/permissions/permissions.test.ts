import { describe, expect, it } from '@jest/globals';
import { ANN, APP, BOB, openDesk, user } from '../testing/desk.ts';

const ROOT = user('root');
const MANAGE = {
  key: 'pledge__manage',
  name: 'Manage the catalog',
  defaultGrants: ['jira-administrators'] as const,
};

const held = async (desk: ReturnType<typeof openDesk>, actor: typeof ANN, key: string): Promise<boolean> => {
  const answer = await desk.call(actor, 'GET', `mypermissions?permissions=${key}`);
  return (
    (answer.body as { permissions: Record<string, { havePermission: boolean }> }).permissions[key]
      ?.havePermission ?? false
  );
};

describe('an app’s global permission', () => {
  it('is held by whom its defaults name, and by whom an admin adds', async () => {
    const desk = openDesk();
    desk.jira.registerGlobalPermissions([MANAGE]);
    expect([await held(desk, ANN, MANAGE.key), await held(desk, ROOT, MANAGE.key)]).toEqual([false, true]);
    desk.jira.grantGlobal(MANAGE.key, { kind: 'group', who: 'staff' });
    expect(await held(desk, ANN, MANAGE.key)).toBe(true);
  });

  it('keeps the admin’s choice when the host registers it again', async () => {
    const desk = openDesk();
    desk.jira.registerGlobalPermissions([MANAGE]);
    desk.db.exec("delete from jira_global_grants where permission = 'pledge__manage'");
    desk.jira.registerGlobalPermissions([MANAGE]);
    expect(await held(desk, ROOT, MANAGE.key)).toBe(false);
  });

  it('is unknown until registered', async () => {
    const { call } = openDesk();
    expect(await call(ANN, 'GET', 'mypermissions?permissions=pledge__manage')).toMatchObject({
      status: 400,
      body: { errorMessages: ['Unrecognized permission: pledge__manage'] },
    });
  });
});

describe('an app’s project permission', () => {
  const PAUSE = { key: 'pledge__pause', name: 'Pause clocks' };

  it('is held by nobody until granted, then by the role in its projects', async () => {
    const desk = openDesk();
    await desk.raise();
    desk.jira.registerProjectPermissions([PAUSE]);
    const may = async (): Promise<unknown> => {
      const answer = await desk.call(ANN, 'GET', `mypermissions?issueId=10000&permissions=${PAUSE.key}`);
      return (answer.body as { permissions: Record<string, unknown> }).permissions[PAUSE.key];
    };
    expect(await may()).toMatchObject({ type: 'PROJECT', havePermission: false });
    desk.jira.grantInProjects(PAUSE.key, { kind: 'user', who: 'ann' });
    expect(await may()).toMatchObject({ havePermission: true });
  });
});

describe('permissions/check', () => {
  it('answers for another account to the app and to admins only', async () => {
    const { call, raise } = openDesk();
    await raise();
    const body = {
      accountId: 'ann',
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [
        { permissions: ['BROWSE_PROJECTS', 'EDIT_ISSUES'], projects: [10000, 10001], issues: [10000] },
      ],
    };
    const answer = await call(APP, 'POST', 'permissions/check', body);
    expect(answer.body).toEqual({
      globalPermissions: [],
      projectPermissions: [
        { permission: 'BROWSE_PROJECTS', projects: [10000, 10001], issues: [10000] },
        { permission: 'EDIT_ISSUES', projects: [], issues: [] },
      ],
    });
    expect((await call(ROOT, 'POST', 'permissions/check', body)).body).toEqual(answer.body);
    expect((await call(BOB, 'POST', 'permissions/check', body)).status).toBe(403);
    expect((await call(ANN, 'POST', 'permissions/check', body)).body).toEqual(answer.body);
  });

  it('grants nothing on an issue that can’t be seen', async () => {
    const { call, raise } = openDesk();
    await raise();
    const body = {
      accountId: 'eve',
      projectPermissions: [{ permissions: ['ADD_COMMENTS'], issues: [10000] }],
    };
    expect((await call(APP, 'POST', 'permissions/check', body)).body).toMatchObject({
      projectPermissions: [{ issues: [] }],
    });
  });
});
