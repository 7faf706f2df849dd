import * as v from 'valibot';
import { checkItem, errorsOf } from '../../../../src/catalog/domain/item/check-item';
import { itemContentSchema } from '../../../../src/catalog/domain/schema';
import { SIMPLE, status } from '../../testing/statuses';
import { itemOfTemplate, type Place } from './item-of-template';
import { type Department, DEPARTMENT_KEYS, DEPARTMENTS } from './template';

const WAITING = [
  ...SIMPLE,
  status('4', 'Waiting for approval', 'indeterminate'),
  status('5', 'Cancelled', 'done'),
];
const place = (over: Partial<Place> = {}): Place => ({
  projectId: '10',
  projectKey: 'IT',
  issueTypeId: '7',
  statuses: WAITING,
  isServiceDesk: false,
  fields: new Set(['duedate', 'priority']),
  priorities: ['Highest', 'High', 'Medium', 'Low'].map((label, index) => ({ value: `${index}`, label })),
  constants: {},
  ...over,
});
const BELONGING = { categoryId: 'c', serviceId: 's', owner: 'ann', approver: 'bob', promise: {} };
const AROUND = { categoryIds: new Set(['c']), serviceIds: new Set(['s']) };

let departments: readonly Department[];
beforeAll(async () => {
  departments = await Promise.all(DEPARTMENT_KEYS.map((key) => DEPARTMENTS[key]()));
});
const template = (id: string) => {
  const found = departments.flatMap(({ items }) => items).find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no template ${id}.`);
  return found;
};

test.each([
  ['a workflow with a status to wait in', place()],
  ['Jira’s simplest workflow', place({ statuses: SIMPLE })],
  ['a form without any field', place({ fields: new Set() })],
  ['priorities of the site’s own', place({ priorities: [{ value: '1', label: 'P1' }] })],
])('every template can be published on %s, in both languages', (_, there) => {
  for (const each of departments.flatMap(({ items }) => items)) {
    const content = itemOfTemplate(each, there, BELONGING);
    expect(v.safeParse(itemContentSchema, content).issues).toBeUndefined();
    expect(errorsOf(checkItem(content, AROUND))).toEqual([]);
    expect(checkItem(content, AROUND).filter(({ code }) => code === 'missingTranslation')).toEqual([]);
  }
});

test('who approves is asked in the status to wait in, and either decision leads out of it', () => {
  expect(itemOfTemplate(template('laptop'), place(), BELONGING).approvals).toEqual([
    {
      approvers: ['bob'],
      rule: 'any',
      waitingStatusId: '4',
      approvedToStatusId: '2',
      declinedToStatusId: '5',
    },
  ]);
});

test('requests are approved before there is a work item where it has no status to wait in', () => {
  const first = [{ approvers: ['bob'], rule: 'any', beforeIssue: true }];
  const approvalsIn = (over: Partial<Place>) =>
    itemOfTemplate(template('laptop'), place(over), BELONGING).approvals;
  expect(approvalsIn({ statuses: SIMPLE })).toEqual(first);
  expect(approvalsIn({ isServiceDesk: true })).toEqual(first);
});

test('nobody is asked where there is nobody to ask', () => {
  const alone = { ...BELONGING, approver: undefined };
  expect(itemOfTemplate(template('laptop'), place(), alone).approvals).toEqual([]);
});

test('answers go into the fields that the space has, priorities by their names', () => {
  const mappings = (there: Place) => itemOfTemplate(template('repair'), there, BELONGING).fulfilment.mappings;
  expect(mappings(place())).toEqual([
    {
      jiraField: 'priority',
      source: { kind: 'answer', field: 'urgency' },
      valueMap: { blocked: '0', hindered: '1', annoyed: '3' },
    },
  ]);
  expect(mappings(place({ fields: new Set(['duedate']) }))).toEqual([]);
  expect(mappings(place({ constants: { customfield_9: '12' } })).at(-1)).toEqual({
    jiraField: 'customfield_9',
    source: { kind: 'constant', value: '12' },
  });
});
