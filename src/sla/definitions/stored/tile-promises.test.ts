import { installFakeForge } from '../../../../test/support/fake-forge';
import {
  calendarOf,
  definitionsOf,
  goalOf,
  HOUR,
  is,
  metricOf,
  onBerlin,
  workdays,
} from '../../engine/testing/build';
import type { MetricDefinition, Target } from '../../engine/model';
import { dropCached } from '../../../work/cache';
import { writeDefinitions } from './definitions-store';
import { promisesHead, tilePromises } from './tile-promises';

const NOW = Date.parse('2026-03-20T10:00:00Z');
const FIELDS = { projectId: ['10000'], issuetype: ['1'], status: ['1'], statusCategory: ['new'] };

beforeEach(() => {
  dropCached();
  installFakeForge('alice');
});

async function toldOf(parts: Partial<MetricDefinition>, asked: readonly string[] = [], fields = {}) {
  const metric = metricOf({ id: 'delivery', visibility: 'date', calendar: onBerlin, ...parts });
  const calendar = calendarOf({ week: workdays(['09:00', '17:00']), nominalDayMs: 8 * HOUR });
  await writeDefinitions({ ...definitionsOf(metric, { calendars: [calendar] }), version: 1 });
  const promiseOf = await tilePromises(await promisesHead(), NOW);
  return promiseOf({ metricId: 'delivery', fields: { ...FIELDS, ...fields }, asked });
}
const target = (of: Target) => ({ goals: [{ id: 'all', name: 'All', target: of }] });

it('tells the length of the goal that an unanswered form finds, in working days of its calendar', async () => {
  expect(await toldOf({ goals: [goalOf(16)] })).toEqual({ ms: 16 * HOUR, dayMs: 8 * HOUR });
  dropCached();
  installFakeForge('alice');
  expect(await toldOf(target({ kind: 'businessDays', days: 3, endOfDay: false }))).toEqual({
    ms: 24 * HOUR,
    dayMs: 8 * HOUR,
  });
});

it('follows what the item itself sets, and says that answers may change it', async () => {
  const goals = [goalOf(4, is('priority', '2')), goalOf(16)];
  expect(await toldOf({ goals }, ['priority'])).toMatchObject({ ms: 16 * HOUR, varies: true });
  dropCached();
  installFakeForge('alice');
  expect(await toldOf({ goals }, ['summary'], { priority: ['2'] })).toEqual({
    ms: 4 * HOUR,
    dayMs: 8 * HOUR,
  });
});

it.each([
  ['requesters are told no date', { visibility: 'state' as const, goals: [goalOf(4)] }],
  ['it only measures', target({ kind: 'none' })],
  ['a field says it', target({ kind: 'durationField', field: 'customfield_1', unitMs: HOUR })],
  ['nothing fits', { goals: [goalOf(4, is('priority', '2'))] }],
])('tells nothing where %s', async (_, parts) => {
  expect(await toldOf(parts)).toBeNull();
});
