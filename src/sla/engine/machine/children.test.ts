import { sayer } from '../../../kernel/words';
import { EXPLAIN } from '../../words/explain';
import { describe, expect, it } from '@jest/globals';
import type { Agreement, Cycle, Fact, MetricDefinition, SlaReport } from '../model';
import { risksOf } from '../report/risk';
import { explain } from '../words/explain';
import { lastOf } from '../testing/ask';
import {
  agreementOf,
  at,
  becomes,
  definitionsOf,
  goalOf,
  historyOf,
  HOUR,
  is,
  metricOf,
  statusAt,
} from '../testing/build';
import { replay } from '../replay/replay';

const below = (affectsParent: Agreement['affectsParent']): readonly Agreement[] => [
  agreementOf('sla'),
  agreementOf('ola', { parentId: 'sla', affectsParent, measuredOn: { kind: 'child' } }),
];
const parent = (parts: Partial<MetricDefinition> = {}): MetricDefinition =>
  metricOf({ agreementId: 'sla', ...parts });
const part = metricOf({ id: 'part', agreementId: 'ola', scope: is('part', 'yes') });

type Child = Extract<Fact, { kind: 'child' }>;
const told = (
  time: string,
  what: Child['what'],
  { issueId = '7', metricId = 'part', ...rest }: Partial<Child> = {},
): Child => ({
  kind: 'child',
  at: at(time),
  id: `${issueId}:${metricId}:1:${what}`,
  by: null,
  issueId,
  metricId,
  what,
  ...rest,
});

const reportWith = (facts: readonly Fact[], now: string, metric = parent(), agreements = below('open')) => {
  const definitions = definitionsOf([metric, part], { agreements });
  return {
    definitions,
    report: replay(definitions, historyOf('2026-06-01T09:00', facts), at(now), { trace: true }),
  };
};
const first = ({ metrics: [metric] }: SlaReport): Cycle => {
  if (metric === undefined) throw new Error('no metric');
  return lastOf(metric);
};
const cycleWith = (...given: Parameters<typeof reportWith>): Cycle => first(reportWith(...given).report);

describe('a clock of another work item below', () => {
  it('holds the clock from the moment it says to the moment it lets go', () => {
    const facts = [told('2026-06-01T11:00', 'pauses'), told('2026-06-01T13:00', 'resumes')];
    expect(cycleWith(facts, '2026-06-01T12:00')).toMatchObject({ state: 'PAUSED', pauseReason: 'child' });
    expect(cycleWith(facts, '2026-06-01T14:00')).toMatchObject({
      state: 'RUNNING',
      elapsedMs: 3 * HOUR,
      pausedBy: { child: 2 * HOUR },
    });
  });

  it('gives its own reason where it has one', () => {
    const facts = [told('2026-06-01T11:00', 'pauses', { reason: 'vendor' })];
    expect(cycleWith(facts, '2026-06-01T12:00').pauseReason).toBe('vendor');
  });

  it('holds it as long as any of several does', () => {
    const facts = [
      told('2026-06-01T10:00', 'pauses'),
      told('2026-06-01T11:00', 'pauses', { issueId: '8' }),
      told('2026-06-01T12:00', 'resumes'),
      told('2026-06-01T14:00', 'resumes', { issueId: '8' }),
    ];
    expect(cycleWith(facts, '2026-06-01T15:00').elapsedMs).toBe(2 * HOUR);
  });

  it('is nothing to a metric whose agreement is not above it', () => {
    const facts = [told('2026-06-01T10:00', 'pauses')];
    expect(cycleWith(facts, '2026-06-01T12:00', parent({ agreementId: undefined })).state).toBe('RUNNING');
    expect(cycleWith([told('2026-06-01T10:00', 'pauses', { metricId: 'x' })], '2026-06-01T12:00').state).toBe(
      'RUNNING',
    );
  });

  it('holds the next cycle too, which begins paused', () => {
    const facts = [
      told('2026-06-01T10:00', 'pauses'),
      statusAt('2026-06-01T11:00', 'Open', 'Done'),
      statusAt('2026-06-01T12:00', 'Done', 'Open'),
    ];
    const metric = parent({ start: [{ on: 'created' }, becomes('status', 'Open')] });
    expect(cycleWith(facts, '2026-06-01T13:00', metric)).toMatchObject({
      n: 2,
      state: 'PAUSED',
      elapsedMs: 0,
    });
  });

  it('lets a clock with resume triggers go on, unless something else paused it', () => {
    const metric = parent({ resume: [becomes('status', 'Open')] });
    const facts = [told('2026-06-01T10:00', 'pauses'), told('2026-06-01T12:00', 'resumes')];
    expect(cycleWith(facts, '2026-06-01T13:00', metric)).toMatchObject({
      state: 'RUNNING',
      elapsedMs: 2 * HOUR,
    });
    const waiting = [statusAt('2026-06-01T09:30', 'Open', 'Waiting'), ...facts];
    expect(cycleWith(waiting, '2026-06-01T13:00', metric).state).toBe('PAUSED');
  });

  it('is in the report and in the sentence, by its work item', () => {
    const { report } = reportWith([told('2026-06-01T11:00', 'pauses')], '2026-06-01T12:00');
    const [metric] = report.metrics;
    expect(metric?.children).toEqual({ pausing: [{ issueId: '7', metricId: 'part' }], breached: [] });
    expect(
      metric &&
        explain(metric, report.asOf, { locale: 'en', say: sayer(EXPLAIN, 'en'), zone: 'Europe/Berlin' }),
    ).toContain(': waiting for a work item of another team (work item 7)');
  });

  it('puts the clock at risk by its breach, and does not stop it', () => {
    const { definitions, report } = reportWith(
      [told('2026-06-01T11:00', 'breached')],
      '2026-06-01T12:00',
      parent(),
      below('breach'),
    );
    expect(risksOf(definitions, report)).toEqual(
      new Map([['m', { metricId: 'part', at: at('2026-06-01T11:00'), issueId: '7' }]]),
    );
    expect(first(report).state).toBe('RUNNING');
  });
});

describe('an agreement below on the same work item', () => {
  it.each([
    ['none', 4],
    ['open', 1],
    ['breach', 4],
  ] as const)('that means "%s" to the one above lets it count %d of four hours', (affectsParent, hours) => {
    const ola = metricOf({
      id: 'ola',
      agreementId: 'ola',
      pause: [],
      start: [becomes('status', 'Vendor')],
      stop: [becomes('status', 'Open')],
      goals: [goalOf(8)],
    });
    const definitions = definitionsOf([parent(), ola], {
      agreements: [agreementOf('sla'), agreementOf('ola', { parentId: 'sla', affectsParent })],
    });
    const facts = [statusAt('2026-06-01T10:00', 'Open', 'Vendor')];
    const report = replay(definitions, historyOf('2026-06-01T09:00', facts), at('2026-06-01T13:00'));
    expect(first(report).elapsedMs).toBe(hours * HOUR);
  });
});
