import Database from 'libsql';
import { type Actor, type ProductEvent, type ProductResponse } from '../../../kernel/types.ts';
import { standingClock } from '../../testing/clock.ts';
import { createJira } from '../index.ts';

/** Monday, 10:00 UTC. */
export const NOON = Date.parse('2026-11-23T10:00:00.000Z');

export const user = (accountId: string): Actor => ({ kind: 'user', accountId });
export const ANN = user('ann');
export const BOB = user('bob');
export const EVE = user('eve');
export const APP: Actor = { kind: 'app' };

/** A Jira with a service project IT (Ann asks, Bob works), and a project SEC that only Bob may see. */
export function openDesk() {
  const db = new Database(':memory:');
  const clock = standingClock(NOON);
  const jira = createJira({ db, clock, baseUrl: 'https://site.example' });
  const events: ProductEvent[] = [];
  jira.onEvent((event) => events.push(event));
  jira.users.create({
    accountId: 'ann',
    displayName: 'Ann Asker',
    email: 'ann@example.com',
    timeZone: 'Europe/Berlin',
    groups: ['staff'],
  });
  jira.users.create({
    accountId: 'bob',
    displayName: 'Bob Worker',
    email: 'bob@example.com',
    groups: ['staff', 'it-team'],
  });
  jira.users.create({ accountId: 'eve', displayName: 'Eve Guest', email: 'eve@example.com' });
  jira.users.create({ accountId: 'root', displayName: 'Rita Root', groups: ['jira-administrators'] });
  jira.users.create({ accountId: 'wiki', displayName: 'Wiki Only', products: ['confluence'] });
  jira.defineField({
    id: 'customfield_10001',
    name: 'Model',
    kind: 'select',
    options: [{ value: 'Light' }, { value: 'Heavy' }, { value: 'Old', disabled: true }],
  });
  jira.defineField({ id: 'customfield_10002', name: 'Needed by', kind: 'date' });
  jira.defineField({
    id: 'customfield_10003',
    name: 'SLA due',
    kind: 'datetime',
    readOnly: true,
    appKey: 'sla-due',
  });
  jira.defineField({ id: 'customfield_10004', name: 'Price', kind: 'number' });
  jira.defineWorkflow({
    name: 'Service',
    statuses: [
      { name: 'Open', category: 'TODO' },
      { name: 'In Progress', category: 'IN_PROGRESS' },
      { name: 'Waiting for requester', category: 'IN_PROGRESS' },
      { name: 'Resolved', category: 'DONE' },
    ],
    transitions: [
      { name: 'Start', from: ['Open', 'Waiting for requester'], to: 'In Progress', screen: ['assignee'] },
      { name: 'Ask requester', from: ['In Progress'], to: 'Waiting for requester' },
      { name: 'Resolve', to: 'Resolved', screen: ['resolution', 'assignee'] },
      { name: 'Reopen', from: ['Resolved'], to: 'Open' },
    ],
  });
  jira.createProject({
    key: 'IT',
    name: 'IT Services',
    type: 'service_desk',
    components: ['Hardware', 'Software'],
    roles: { 'Service Desk Team': { groups: ['it-team'] } },
    permissions: { BROWSE_PROJECTS: [{ kind: 'group', who: 'staff' }] },
    issueTypes: [
      {
        name: 'Service Request',
        workflow: 'Service',
        fields: [
          { id: 'customfield_10001', required: true },
          { id: 'customfield_10002' },
          { id: 'customfield_10003' },
          { id: 'customfield_10004' },
        ],
      },
      { name: 'Subtask', workflow: 'Service' },
    ],
  });
  jira.createProject({
    key: 'SEC',
    name: 'Security',
    permissions: { BROWSE_PROJECTS: [{ kind: 'role', who: 'Service Desk Team' }, { kind: 'reporter' }] },
    roles: { 'Service Desk Team': { users: ['bob'] } },
    issueTypes: [{ name: 'Task', workflow: 'Service' }],
  });
  const call = (
    actor: Actor,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ProductResponse> =>
    jira.handle({
      method,
      path: `/rest/api/3/${path}`,
      headers,
      actor,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const raise = async (actor: Actor = ANN, fields: Record<string, unknown> = {}): Promise<string> => {
    const answer = await call(actor, 'POST', 'issue', {
      fields: {
        project: { key: 'IT' },
        issuetype: { name: 'Service Request' },
        summary: 'A new laptop',
        customfield_10001: { value: 'Light' },
        ...fields,
      },
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return (answer.body as { key: string }).key;
  };
  const move = async (
    actor: Actor,
    key: string,
    name: string,
    extra: Record<string, unknown> = {},
  ): Promise<ProductResponse> => {
    const open = (await call(actor, 'GET', `issue/${key}/transitions`)).body as {
      transitions: { id: string; name: string }[];
    };
    const id = open.transitions.find((one) => one.name === name)?.id ?? '0';
    return call(actor, 'POST', `issue/${key}/transitions`, { transition: { id }, ...extra });
  };
  return { db, clock, jira, events, call, raise, move };
}
