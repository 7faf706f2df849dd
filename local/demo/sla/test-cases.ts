import { account } from '../company/accounts';
/** What the demo company's metrics must answer: holidays, pauses, a changed priority, a summer-time night. */
import { FIELD, LOCATION, PRIORITY, PROJECTS, RESOLUTION, STATUS, TYPE } from '../company/ids';

const fieldsOf = (type: string, priority: string, location: string = LOCATION.berlin) => ({
  projectId: [PROJECTS.IT],
  issuetype: [type],
  status: [STATUS.new],
  priority: [priority],
  [FIELD.location]: [location],
});

const change = (at: string, ...changes: readonly (readonly [field: string, value: string])[]) => ({
  kind: 'change' as const,
  at,
  changes: changes.map(([field, value]) => ({ field, to: [value] })),
});
const moved = (at: string, status: string) => change(at, ['status', status]);

const IN_BERLIN = { zone: 'Europe/Berlin', events: [] as readonly object[] };
const IN_MOSCOW = { ...IN_BERLIN, zone: 'Europe/Moscow' };

/** By metric. */
export const TEST_CASES: Readonly<Record<string, readonly object[]>> = {
  'first-response': [
    {
      ...IN_BERLIN,
      id: 'holiday',
      name: 'The eve of Ascension Day: the holiday does not count',
      createdAt: '2026-05-13T16:00',
      fields: fieldsOf(TYPE.request, PRIORITY.high),
      at: '2026-05-13T16:00',
      expect: { state: 'RUNNING', due: '2026-05-15T10:00', goalId: 'high' },
    },
    {
      ...IN_MOSCOW,
      id: 'moscow',
      name: 'A request from Moscow counts on Moscow’s hours',
      createdAt: '2026-06-03T17:30',
      fields: fieldsOf(TYPE.request, PRIORITY.high, LOCATION.moscow),
      at: '2026-06-03T18:00',
      expect: { state: 'RUNNING', due: '2026-06-04T10:30' },
    },
    {
      ...IN_BERLIN,
      id: 'internal-comment',
      name: 'An internal comment is no answer, a public one is',
      createdAt: '2026-06-02T10:00',
      fields: fieldsOf(TYPE.incident, PRIORITY.high),
      events: [
        { kind: 'comment', at: '2026-06-02T10:30', author: 'agent', public: false },
        { kind: 'comment', at: '2026-06-02T11:30', author: 'agent', public: true },
      ],
      at: '2026-06-02T12:30',
      expect: { state: 'MET', breached: false, elapsedMs: 90 * 60_000 },
    },
  ],
  delivery: [
    {
      ...IN_BERLIN,
      id: 'pause',
      name: 'Waiting overnight for the requester moves the date by the working time in it',
      createdAt: '2026-06-02T10:00',
      fields: fieldsOf(TYPE.request, PRIORITY.high),
      events: [moved('2026-06-02T15:00', STATUS.requester), moved('2026-06-03T11:00', STATUS.progress)],
      at: '2026-06-03T12:00',
      expect: { state: 'RUNNING', due: '2026-06-03T14:00', elapsedMs: 6 * 3_600_000 },
    },
    {
      ...IN_BERLIN,
      id: 'priority',
      name: 'A raised priority keeps the time used and takes the shorter target',
      createdAt: '2026-06-02T10:00',
      fields: fieldsOf(TYPE.request, PRIORITY.medium),
      events: [change('2026-06-02T11:00', ['priority', PRIORITY.high])],
      at: '2026-06-02T12:00',
      expect: { state: 'RUNNING', due: '2026-06-03T10:00', elapsedMs: 2 * 3_600_000, goalId: 'urgent' },
    },
  ],
  resolution: [
    {
      ...IN_BERLIN,
      id: 'summer-time',
      name: 'Day and night through the switch to summer time: four real hours',
      createdAt: '2026-03-28T23:00',
      fields: fieldsOf(TYPE.incident, PRIORITY.highest),
      at: '2026-03-28T23:30',
      expect: { state: 'RUNNING', due: '2026-03-29T04:00' },
    },
    {
      ...IN_BERLIN,
      id: 'closing',
      name: 'Resolved exactly at the due time is met',
      createdAt: '2026-06-02T09:00',
      fields: fieldsOf(TYPE.incident, PRIORITY.high),
      events: [change('2026-06-02T17:00', ['status', STATUS.resolved], ['resolution', RESOLUTION.done])],
      at: '2026-06-03T09:00',
      expect: { state: 'MET', breached: false, elapsedMs: 8 * 3_600_000 },
    },
  ],
  'pick-up': [
    {
      ...IN_BERLIN,
      id: 'evening',
      name: 'Taken after closing time: late, by no working time at all',
      createdAt: '2026-06-02T16:00',
      fields: fieldsOf(TYPE.request, PRIORITY.highest),
      events: [change('2026-06-02T18:00', ['assignee', account('ingrid')])],
      at: '2026-06-02T19:00',
      expect: { state: 'BREACHED_STOPPED', breached: true, elapsedMs: 3_600_000 },
    },
  ],
};
