/** An issue property is anybody's to type: it makes a request only of the app's own issues, within what the item allows. */
import type { AdoptableIssue } from '../../src/sla';
import { adoptRequests, type AdoptPorts } from '../../src/requests/adopt-requests';
import { cancelRequest, type ActionPorts } from '../../src/requests/act-on-request';
import { readRequest } from '../../src/requests/records/store';
import { carried, stepPorts } from '../support/carried';
import { installFakeForge } from '../support/fake-forge';
import { field, published } from '../support/samples';
import { bySelf } from '../support/request-world';

const NOW = Date.parse('2026-03-20T10:00:00Z');

/** *Budget transfer*, for the group of controllers only. */
const budget = published({
  entitlement: {
    availableFor: { groups: ['controllers'], users: [] },
    notAvailableFor: { groups: [], users: [] },
  },
  form: [
    field('cost', { type: 'number' }),
    field('due', { type: 'date', minWorkingDays: 3 }),
    field('model', { type: 'choice', options: [option('light')] }),
  ],
});

function option(id: string) {
  return { id, label: { en: id } };
}

const ports: AdoptPorts = {
  now: NOW,
  itemFor: async (id) => (id === 'laptop' ? budget : null),
  maySee: bySelf,
  appAccountId: async () => 'app',
  groupsOf: async (accountId) => (accountId === 'maria' ? ['controllers'] : ['staff']),
  peopleGone: async () => new Map(),
};

const issue = (
  over: Partial<AdoptableIssue> = {},
  answers: Record<string, unknown> = {},
): AdoptableIssue => ({
  id: '100',
  key: 'IT-1',
  property: {
    v: 1,
    itemId: 'laptop',
    itemVersion: 1,
    requestId: 'r-1',
    requester: 'maria',
    beneficiary: 'maria',
    answers,
  },
  reporter: 'maria',
  creator: 'app',
  projectId: '10000',
  issueTypeId: '10001',
  status: { id: '1', category: 'new' },
  createdAt: NOW,
  statusSince: NOW,
  ...over,
});

beforeEach(() => {
  installFakeForge('alice');
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});

it('takes the app’s own issue of somebody entitled', async () => {
  expect(await adoptRequests([issue()], ports)).toBe(1);
});

it.each([
  ['made by hand by its reporter', issue({ creator: 'maria' })],
  ['made by hand by somebody else', issue({ creator: 'alice' })],
  ['whose maker Jira does not tell', issue({ creator: null })],
  ['whose reporter may not order the item', issue({ reporter: 'alice' })],
  ['of another space than the item’s', issue({ projectId: '10009' })],
  ['of another type than the item’s', issue({ issueTypeId: '10002' })],
  ['that was moved to where Jira tells neither', issue({ projectId: null, issueTypeId: null })],
])('takes no issue %s', async (_what, forged) => {
  expect(await adoptRequests([forged], ports)).toBe(0);
  expect(await readRequest('r-1')).toBeNull();
});

it('asks Jira once for the groups of somebody who asked for many things', async () => {
  const groupsOf = jest.fn(ports.groupsOf);
  const many = ['1', '2', '3'].map((id) => issue({ id, property: propertyOf(`r-${id}`) }));
  expect(await adoptRequests(many, { ...ports, groupsOf })).toBe(3);
  expect(groupsOf).toHaveBeenCalledTimes(1);
});

it('keeps only answers that the form asks for and takes', async () => {
  const typed = { cost: 'a lot', model: 'golden', admin: true, beneficiary: 'boris' };
  await adoptRequests([issue({}, typed), issue({ id: '101', property: propertyOf('r-2') })], ports);
  expect((await readRequest('r-1'))?.answers).toEqual({});
  expect((await readRequest('r-2'))?.answers).toEqual({ cost: 5, model: 'light', due: '2026-01-05' });
});

const propertyOf = (requestId: string) => ({
  ...(issue().property as object),
  requestId,
  answers: { cost: 5, model: 'light', due: '2026-01-05', extra: 'x' },
});

it('moves an adopted issue only as the person who asks for it, never with the app’s rights', async () => {
  await adoptRequests([issue()], ports);
  const moved: string[] = [];
  const acting: ActionPorts = {
    ...carried(
      stepPorts({
        now: () => NOW,
        itemInVersion: async () => budget,
        moveAsUser: async (_id, to) => void moved.push(to),
      }),
    ),
    itemInVersion: async () => budget,
    issuesNow: async () =>
      new Map([
        [
          '100',
          {
            id: '100',
            key: 'IT-1',
            summary: 'x',
            status: { id: '1', category: 'new' as const },
            reporter: 'maria',
            updated: '',
            isAssigned: false,
          },
        ],
      ]),
    promisesOf: async () => new Map(),
    mayBrowse: async () => new Set(),
    namesOf: async () => new Map(),
    publicComments: async () => [],
  };
  await cancelRequest('r-1', '', { accountId: 'maria', now: NOW, groups: async () => [] }, acting);
  expect(moved).toEqual(['5']);
});
