import {
  type Fact,
  type IssueHistory,
  type MetricDefinition,
  replay,
  type SlaDefinitions,
} from '../../src/sla/engine';
import { day } from './calendars';
import { bestRound, generator } from './measure';

const HOUR = 3_600_000;
const FROM = Date.UTC(2025, 0, 6, 8);
const STATUSES = ['1', '2', '3', '4', '5'];

const metric = (id: string): MetricDefinition => ({
  id,
  name: { en: id },
  kind: 'SLA',
  version: 1,
  active: true,
  scope: { field: 'projectId', op: 'in', values: ['10000'] },
  start: [{ on: 'created' }, { on: 'changed', field: 'status', from: ['5'] }],
  stop: [{ on: 'changed', field: 'status', to: ['5'] }],
  pause: [{ reason: 'requester', when: { field: 'status', op: 'in', values: ['3'] } }],
  cancel: { when: 'never' },
  method: 'every',
  calendar: { kind: 'fixed', calendarId: day.id },
  goals: [
    {
      id: 'high',
      name: 'high',
      when: { field: 'priority', op: 'in', values: ['1'] },
      target: { kind: 'duration', ms: 8 * HOUR },
    },
    {
      id: 'rest',
      name: 'rest',
      target: { kind: 'duration', ms: 40 * HOUR },
    },
  ],
  goalChange: 'carry',
  retroactivePause: false,
  undoStopMs: 0,
  graceMs: 0,
  stopBeforeStart: 'ignore',
  escalations: [{ id: 'half', name: 'half', at: { kind: 'percent', percent: 50 }, actions: [] }],
  visibility: 'date',
});

const definitionsWith = (count: number): SlaDefinitions => ({
  schema: 1,
  version: 1,
  calendars: [day],
  holidaySets: [],
  metrics: Array.from({ length: count }, (_, i) => metric(`m${i}`)),
  agreements: [],
});

const historyOf = (random: () => number, entries: number): IssueHistory => {
  let at = FROM;
  const facts = Array.from({ length: entries }, (_, i): Fact => {
    at += Math.round(random() * 20 * HOUR);
    const pick = random();
    const field = pick < 0.5 ? 'status' : pick < 0.6 ? 'priority' : pick < 0.8 ? 'assignee' : 'summary';
    const to = [STATUSES[Math.floor(random() * STATUSES.length)] ?? '1'];
    return { kind: 'change', at, id: String(1000 + i), by: 'u', changes: [{ field, from: ['5'], to }] };
  });
  return {
    issueId: '1',
    issueKey: 'A-1',
    createdAt: FROM,
    reporter: 'u',
    initial: { projectId: ['10000'], status: ['1'], priority: ['2'] },
    facts,
  };
};

/** Definitions and histories of one size. */
export const caseOf = (metrics: number, entries: number, count: number) => {
  const random = generator(3);
  const histories = Array.from({ length: count }, () => historyOf(random, entries));
  return { definitions: definitionsWith(metrics), histories, now: FROM + 2000 * HOUR };
};

/** Microseconds for one issue of 50 entries and 6 metrics; seconds for 100,000 issues of 20 entries and 3 metrics. */
export const measureReplay = () => {
  const long = caseOf(6, 50, 200);
  const replayLong = (i: number): number =>
    replay(long.definitions, long.histories[i % 200]!, long.now).metrics.length;
  const short = caseOf(3, 20, 1000);
  const replayShort = (i: number): number =>
    replay(short.definitions, short.histories[i % 1000]!, short.now).metrics.length;
  const microseconds = bestRound(replayLong, 50, 400) / 1000;
  const seconds = (bestRound(replayShort, 200, 500) * 100_000) / 1e9;
  return { microseconds, seconds };
};
