import { describe, expect, it } from '@jest/globals';
import { ANN, BOB, openDesk } from '../testing/desk.ts';

interface Shown {
  readonly key: string;
  readonly fields: {
    readonly project: { readonly key: string };
    readonly issuetype: { readonly id: string; readonly name: string };
    readonly status: { readonly id: string; readonly name: string };
    readonly components: readonly unknown[];
  };
}

/** A desk with a second open space, OPS, whose workflow knows `In Progress` and `Done` only. */
async function openSpaces() {
  const desk = openDesk();
  desk.jira.defineWorkflow({
    name: 'Plain',
    statuses: [
      { name: 'To Do', category: 'TODO' },
      { name: 'In Progress', category: 'IN_PROGRESS' },
      { name: 'Done', category: 'DONE' },
    ],
    transitions: [
      { name: 'Start', to: 'In Progress' },
      { name: 'Done', to: 'Done' },
    ],
  });
  desk.jira.createProject({
    key: 'OPS',
    name: 'Operations',
    roles: { 'Service Desk Team': { groups: ['it-team'] } },
    issueTypes: [
      { name: 'Service Request', workflow: 'Plain' },
      { name: 'Task', workflow: 'Plain', fields: [{ id: 'customfield_10002', required: true }] },
      { name: 'Subtask', workflow: 'Plain' },
    ],
  });
  const show = async (key: string) => (await desk.call(BOB, 'GET', `issue/${key}`)).body as Shown;
  return { ...desk, show, key: await desk.raise() };
}

describe('moving an issue to another space', () => {
  it('gives it a new key, under which and under the old one it is found', async () => {
    const { jira, show, key, call } = await openSpaces();
    expect(jira.moveToSpace('bob', key, { space: 'OPS' })).toMatchObject({ key: 'OPS-1' });
    expect(await show('OPS-1')).toMatchObject({ key: 'OPS-1', fields: { project: { key: 'OPS' } } });
    expect((await show(key)).key).toBe('OPS-1');
    const found = await call(
      BOB,
      'GET',
      `search/jql?fields=summary&jql=${encodeURIComponent(`key = ${key}`)}`,
    );
    expect(found.body).toMatchObject({ issues: [{ key: 'OPS-1' }] });
  });

  it('gives no number twice, also when it comes back', async () => {
    const { jira, key, raise } = await openSpaces();
    jira.moveToSpace('bob', key, { space: 'OPS' });
    expect(await raise()).toBe('IT-2');
    expect(jira.moveToSpace('bob', 'OPS-1', { space: 'IT' })).toMatchObject({ key: 'IT-3' });
  });

  it('keeps a status the workflow there has, and takes its first or the chosen one otherwise', async () => {
    const { jira, show, key, raise, move } = await openSpaces();
    jira.moveToSpace('bob', key, { space: 'OPS' });
    expect((await show(key)).fields.status.name).toBe('To Do');
    const begun = await raise();
    await move(BOB, begun, 'Start');
    jira.moveToSpace('bob', begun, { space: 'OPS' });
    const { status } = (await show(begun)).fields;
    expect(status.name).toBe('In Progress');
    const third = await raise();
    jira.moveToSpace('bob', third, { space: 'OPS', status: status.id });
    expect((await show(third)).fields.status.name).toBe('In Progress');
    const fourth = await raise();
    expect(() => jira.moveToSpace('bob', fourth, { space: 'OPS', status: '99' })).toThrow('Choose a status');
  });

  it('says in one history entry, and in one event, that space, key, workflow and status changed', async () => {
    const { jira, key, call, events } = await openSpaces();
    events.length = 0;
    jira.moveToSpace('bob', key, { space: 'OPS' });
    const { values } = (await call(BOB, 'GET', `issue/${key}/changelog`)).body as {
      values: readonly { id: string; items: readonly object[] }[];
    };
    expect(values).toHaveLength(1);
    expect(values[0]?.items).toMatchObject([
      { field: 'project', fieldId: 'project', fromString: 'IT Services', toString: 'Operations' },
      { field: 'Key', fromString: 'IT-1', toString: 'OPS-1' },
      { field: 'Workflow', fromString: 'Service', toString: 'Plain' },
      { field: 'status', fieldId: 'status', fromString: 'Open', toString: 'To Do' },
    ]);
    expect(events).toMatchObject([
      {
        eventType: 'avi:jira:updated:issue',
        atlassianId: 'bob',
        payload: {
          issue: { key: 'OPS-1', fields: { project: { key: 'OPS' } } },
          changelog: { id: values[0]?.id, items: values[0]?.items },
          jiraEventTypeName: 'issue_moved',
        },
      },
    ]);
  });

  it('takes subtasks along and leaves components behind', async () => {
    const { jira, show, raise, call } = await openSpaces();
    const key = await raise(ANN, { components: [{ name: 'Hardware' }] });
    const part = (await call(BOB, 'POST', 'issue', {
      fields: {
        project: { key: 'IT' },
        issuetype: { name: 'Subtask' },
        summary: 'A part',
        parent: { key },
      },
    })) as { readonly body: { readonly key: string } };
    expect(() => jira.moveToSpace('bob', part.body.key, { space: 'OPS' })).toThrow('moves with its parent');
    jira.moveToSpace('bob', key, { space: 'OPS' });
    expect((await show(key)).fields.components).toEqual([]);
    expect((await show(part.body.key)).fields.project.key).toBe('OPS');
  });

  it('refuses a type that is not there and fields that are required there and empty', async () => {
    const { jira, key, call } = await openSpaces();
    const types = (await call(BOB, 'GET', 'project/OPS/statuses')).body as {
      readonly id: string;
      readonly name: string;
    }[];
    const task = types.find(({ name }) => name === 'Task')?.id;
    expect(() => jira.moveToSpace('bob', key, { space: 'OPS', issueType: '77' })).toThrow(
      'Choose an issue type',
    );
    expect(() => jira.moveToSpace('bob', key, { space: 'OPS', issueType: task })).toThrow(
      'Needed by is required in Operations.',
    );
    expect(() => jira.moveToSpace('bob', key, { space: 'IT' })).toThrow('already');
  });

  it('is for those who may move here and create there', async () => {
    const { jira, key } = await openSpaces();
    expect(() => jira.moveToSpace('ann', key, { space: 'OPS' })).toThrow('permission to move');
    expect(() => jira.moveToSpace('bob', key, { space: 'NONE' })).toThrow('does not exist');
    expect(() => jira.moveToSpace('eve', key, { space: 'OPS' })).toThrow('does not exist');
  });
});
