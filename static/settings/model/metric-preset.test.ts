import { validateDefinitions } from '../../../src/sla/definitions/domain/rules/validate';
import type { Fact } from '../../../src/sla/engine/model';
import { resultOf } from '../../../src/sla/engine/testing/ask';
import {
  at,
  calendarOf,
  commentAt,
  definitionsOf,
  fieldAt,
  HOUR,
  statusAt,
} from '../../../src/sla/engine/testing/build';
import type { TypeStatus } from '../directory/use-space-types';
import { PRESET_KEYS, presetMetric, type PresetKey, usualHours } from './metric-preset';

const STATUSES: readonly TypeStatus[] = [
  { id: 'Open', name: 'Open', category: 'new' },
  { id: 'Ask', name: 'Waiting for customer', category: 'indeterminate' },
  { id: 'Approve', name: 'Waiting for approval', category: 'indeterminate' },
];
const preset = (key: PresetKey) =>
  presetMetric(key, {
    id: key,
    projectId: '10',
    issueTypeIds: ['7'],
    calendarId: 'berlin',
    hours: usualHours(key),
    statuses: STATUSES,
  });
const FIELDS = { projectId: ['10'], issuetype: ['7'] };
const told = (key: PresetKey, facts: readonly Fact[], now: string) => {
  const { state, completedCycles, ongoingCycle } = resultOf(preset(key), facts, now, FIELDS);
  const hours = (cycle: { readonly elapsedMs: number }) => cycle.elapsedMs / HOUR;
  return [state, ...completedCycles.map(hours), ...(ongoingCycle === undefined ? [] : [hours(ongoingCycle)])];
};
const resolved = (when: string) => fieldAt(when, 'resolution', ['Done']);
const approvalAt = (when: string, decision: 'requested' | 'approved'): Fact => ({
  at: at(when),
  id: when,
  by: 'bob',
  kind: 'approval',
  decision,
});

test('each preset is a definition without fault', () => {
  const metrics = PRESET_KEYS.map(preset);
  const problems = validateDefinitions(definitionsOf(metrics, { calendars: [calendarOf()] }));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the first response is the first public comment of an agent', () => {
  const facts = [
    commentAt('2026-06-01T11:00', 'agent', false),
    commentAt('2026-06-01T12:00', 'agent'),
    commentAt('2026-06-01T13:00', 'agent'),
  ];
  expect(told('firstResponse', facts, '2026-06-01T14:00')).toEqual(['MET', 2]);
});

test('the next response counts from each comment of the requester', () => {
  const facts = [
    commentAt('2026-06-01T12:00', 'requester'),
    commentAt('2026-06-01T13:00', 'agent'),
    commentAt('2026-06-01T14:00', 'requester'),
  ];
  expect(told('nextResponse', facts, '2026-06-01T16:00')).toEqual(['RUNNING', 1, 2]);
});

test('an update ends one interval and begins the next, until the work is resolved', () => {
  const facts = [commentAt('2026-06-01T12:00', 'agent'), commentAt('2026-06-01T15:00', 'agent')];
  expect(told('update', facts, '2026-06-01T16:00')).toEqual(['RUNNING', 2, 3, 1]);
  expect(told('update', [...facts, resolved('2026-06-01T16:00')], '2026-06-01T17:00')).toEqual([
    'MET',
    2,
    3,
    1,
  ]);
});

test('a pick-up ends when somebody is assigned', () => {
  expect(told('pickUp', [fieldAt('2026-06-01T11:00', 'assignee', ['ann'])], '2026-06-01T16:00')).toEqual([
    'MET',
    1,
  ]);
});

test.each(['delivery', 'resolution'] as const)(
  'a %s does not count waiting for the requester or an approval',
  (key) => {
    const facts = [
      statusAt('2026-06-01T11:00', 'Open', 'Ask'),
      statusAt('2026-06-01T13:00', 'Ask', 'Approve'),
      statusAt('2026-06-01T14:00', 'Approve', 'Open'),
      resolved('2026-06-01T15:00'),
    ];
    expect(told(key, facts, '2026-06-01T16:00')).toEqual(['MET', 2]);
  },
);

test('an approval counts from the question to the decision', () => {
  const facts = [approvalAt('2026-06-01T11:00', 'requested'), approvalAt('2026-06-01T13:00', 'approved')];
  expect(told('approval', facts, '2026-06-01T16:00')).toEqual(['MET', 2]);
});
