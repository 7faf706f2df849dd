import { describe, expect, it } from '@jest/globals';
import {
  calendarOf,
  definitionsOf,
  everyDay,
  goalOf,
  HOUR,
  is,
  metricOf,
} from '../../../engine/testing/build';
import type { MetricDefinition, SlaTestCase } from '../../../engine/model';
import { testProblems } from './problems';
import { runTests } from './run-tests';
import { failureText } from '../../../cli/failure-text';

const test = (parts: Partial<SlaTestCase> = {}): SlaTestCase => ({
  id: 't',
  name: 'Eight hours from the morning',
  zone: 'Europe/Berlin',
  createdAt: '2026-06-01T09:00',
  fields: { status: ['Open'] },
  events: [],
  at: '2026-06-01T09:00',
  expect: { state: 'RUNNING', due: '2026-06-01T17:00' },
  ...parts,
});
const status = (at: string, to: string) => ({
  kind: 'change' as const,
  at,
  changes: [{ field: 'status', to: [to] }],
});
const run = (tests: readonly SlaTestCase[], metric: Partial<MetricDefinition> = {}) => {
  const tested = metricOf({ tests, ...metric });
  return runTests(definitionsOf(tested), tested);
};
const why = (parts: Partial<SlaTestCase>, metric: Partial<MetricDefinition> = {}) => {
  const [result] = run([test(parts)], metric);
  return result === undefined ? 'none' : failureText(result);
};

describe('test cases', () => {
  it('tell golden vectors V4, V4c and V13 as an admin would write them', () => {
    const results = run([
      test(),
      test({
        events: [status('2026-06-01T17:00', 'Done')],
        at: '2026-06-02T12:00',
        expect: { state: 'MET', breached: false, elapsedMs: 8 * HOUR },
      }),
      test({
        events: [status('2026-06-01T18:00', 'Done')],
        at: '2026-06-02T12:00',
        expect: { state: 'BREACHED_STOPPED', breached: true, elapsedMs: 8 * HOUR },
      }),
      test({
        createdAt: '2026-06-01T10:00',
        events: [status('2026-06-01T15:00', 'Waiting'), status('2026-06-02T11:00', 'Open')],
        at: '2026-06-02T12:00',
        expect: { state: 'RUNNING', due: '2026-06-02T14:00', elapsedMs: 6 * HOUR, goalId: '8h' },
      }),
    ]);
    expect(results.map(failureText)).toEqual(['', '', '', '']);
    expect(results.every(({ passed }) => passed)).toBe(true);
  });

  it('cover comments, approvals, links, pauses by hand and extensions', () => {
    const events: SlaTestCase['events'] = [
      { kind: 'pause', at: '2026-06-01T10:00', reason: 'Parts on order' },
      { kind: 'resume', at: '2026-06-01T12:00' },
      { kind: 'extend', at: '2026-06-01T12:00', ms: HOUR, from: 'target' },
      { kind: 'link', at: '2026-06-01T12:30', linked: true, linkType: 'blocks' },
      { kind: 'approval', at: '2026-06-01T12:45', decision: 'approved' },
      { kind: 'comment', at: '2026-06-01T13:00', author: 'agent', public: false },
    ];
    const stop: MetricDefinition['stop'] = [{ on: 'commented', by: ['agent'], audience: 'public' }];
    const running = { state: 'RUNNING', due: '2026-06-02T12:00', elapsedMs: 2 * HOUR } as const;
    expect(why({ events, at: '2026-06-01T13:00', expect: running }, { stop })).toBe('');
    const answered = [
      ...events,
      { kind: 'comment', at: '2026-06-01T13:30', author: 'agent', public: true } as const,
    ];
    expect(why({ events: answered, at: '2026-06-01T14:00', expect: { state: 'MET' } }, { stop })).toBe('');
  });

  it('say what was expected and what came out', () => {
    const expected = { state: 'MET', breached: true, due: 'none', elapsedMs: HOUR, goalId: 'gold' } as const;
    expect(why({ expect: expected })).toBe(
      'state MET expected, RUNNING came out; breached yes expected, no came out; ' +
        'due none expected, 2026-06-01T17:00 came out; elapsed 1:00 expected, 0:00 came out; ' +
        'goal gold expected, 8h came out',
    );
  });

  it('compare a due time as finely as it is written', () => {
    const at = '2026-06-01T09:00:30';
    const due = (text: string) => why({ createdAt: at, at, expect: { due: text } }, { goals: [goalOf(2)] });
    expect(due('2026-06-01T11:00')).toBe('');
    expect(due('2026-06-01T11:00:30')).toBe('');
    expect(due('2026-06-01T11:00:31')).toContain('11:00:30 came out');
  });

  it('know what the field was before, so that "changed from" can be tested', () => {
    const stop: MetricDefinition['stop'] = [{ on: 'changed', field: 'status', from: ['Waiting'] }];
    const events = [status('2026-06-01T10:00', 'Waiting'), status('2026-06-01T11:00', 'Open')];
    expect(why({ events, at: '2026-06-01T12:00', expect: { state: 'MET' } }, { stop, pause: [] })).toBe('');
  });

  it('run in any order of their events, at a switched-off metric and before its effective date', () => {
    const events = [status('2026-06-02T11:00', 'Open'), status('2026-06-01T15:00', 'Waiting')];
    const expected = { due: '2026-06-02T13:00' };
    const metric = { active: false, effectiveFrom: Date.UTC(2030, 0, 1) };
    expect(why({ events, at: '2026-06-02T12:00', expect: expected }, metric)).toBe('');
  });

  it.each([
    [{ createdAt: 'soon' }, '"soon" is not a time such as 2026-06-01T10:00'],
    [{ at: '2026-05-01T09:00' }, '2026-05-01T09:00 lies before the creation'],
    [{ events: [status('2026-05-01T09:00', 'Done')] }, '2026-05-01T09:00 lies before the creation'],
    [{ zone: 'Mars/Olympus' }, '"Mars/Olympus" is not a time zone such as Europe/Berlin'],
    [{ expect: {} }, 'it expects nothing'],
    [{ expect: { due: 'noon' } }, '"noon" is not a time such as 2026-06-01T10:00'],
  ])('that are no story are red and say why', (parts, text) => {
    expect(why(parts)).toBe(text);
  });

  it('of a metric that cannot be replayed are red instead of throwing', () => {
    const metric = metricOf({ tests: [test()] });
    const broken = definitionsOf(metric, { calendars: [calendarOf({ zone: 'Mars/Olympus' })] });
    expect(runTests(broken, metric).map(failureText)).toEqual(['the metric cannot be replayed']);
  });

  it('are problems of their metric when red, and nothing when green', () => {
    const red = test({ id: 'red', name: 'Red', expect: { due: '2026-06-01T16:00' } });
    const metric = metricOf({ tests: [test(), red] });
    const problems = testProblems(definitionsOf([metric, metricOf({ id: 'other', goals: [goalOf(4)] })]));
    expect(problems).toMatchObject([
      { code: 'TEST_CASE_FAILED', severity: 'error', whose: 'metric:m', at: 'tests.red' },
    ]);
    const params = { test: 'Red', what: 'due', expected: '2026-06-01T16:00' };
    expect(problems[0]?.params).toMatchObject(params);
  });

  it('see a calendar that changed under them', () => {
    const metric = metricOf({ tests: [test()] });
    const round = definitionsOf(metric, { calendars: [calendarOf({ week: everyDay(['08:00', '20:00']) })] });
    expect(testProblems(round)).toEqual([]);
    const short = definitionsOf(metric, { calendars: [calendarOf({ week: everyDay(['09:00', '13:00']) })] });
    expect(testProblems(short)).toHaveLength(1);
  });

  it('of one metric may depend on another', () => {
    const stop: MetricDefinition['stop'] = [{ on: 'metric', metricId: 'other', to: 'met' }];
    const other = metricOf({ id: 'other', scope: is('status', 'Open', 'Done') });
    const tests = [
      test({
        events: [status('2026-06-01T11:00', 'Done')],
        at: '2026-06-01T12:00',
        expect: { state: 'MET' },
      }),
    ];
    const metric = metricOf({ stop, tests });
    expect(runTests(definitionsOf([metric, other]), metric).map(failureText)).toEqual(['']);
  });
});
