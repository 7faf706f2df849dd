import type { MetricDefinition } from '../model';
import { at, definitionsOf, historyOf, metricOf, statusAt } from '../testing/build';
import { advance, open, replay, reportOf } from './replay';

const NOON = at('2026-06-01T12:00');
const retired = (open: 'finish' | 'cancel'): Partial<MetricDefinition> => ({ retired: { at: NOON, open } });
const cyclesOf = (metric: Partial<MetricDefinition>, history: ReturnType<typeof historyOf>, now: string) => {
  const [result] = replay(definitionsOf(metricOf(metric)), history, at(now)).metrics;
  return { state: result?.state, done: result?.completedCycles ?? [], ongoing: result?.ongoingCycle };
};

describe('a retired metric', () => {
  it('does not start on what comes later', () => {
    const { state, ongoing } = cyclesOf(retired('finish'), historyOf('2026-06-01T12:00'), '2026-06-01T15:00');
    expect(state).toBe('NOT_STARTED');
    expect(ongoing).toBeUndefined();
  });

  it('lets what is under way finish, and keeps it', () => {
    const history = historyOf('2026-06-01T10:00', [statusAt('2026-06-01T14:00', 'Open', 'Done')]);
    const { done } = cyclesOf(retired('finish'), history, '2026-06-01T15:00');
    expect(done).toMatchObject([{ state: 'MET', stopTime: at('2026-06-01T14:00') }]);
  });

  it('or cancels it at that instant', () => {
    const { done, ongoing } = cyclesOf(retired('cancel'), historyOf('2026-06-01T10:00'), '2026-06-01T15:00');
    expect(ongoing).toBeUndefined();
    expect(done).toMatchObject([{ state: 'CANCELLED', stopTime: NOON, cancelledReason: 'retired' }]);
  });

  it('leaves alone what had finished before', () => {
    const history = historyOf('2026-06-01T10:00', [statusAt('2026-06-01T11:00', 'Open', 'Done')]);
    expect(cyclesOf(retired('cancel'), history, '2026-06-01T15:00').done).toMatchObject([{ state: 'MET' }]);
  });

  it('cancels a paused cycle too, and before a fact that comes later', () => {
    const history = historyOf('2026-06-01T10:00', [
      statusAt('2026-06-01T11:00', 'Open', 'Waiting'),
      statusAt('2026-06-01T14:00', 'Waiting', 'Done'),
    ]);
    expect(cyclesOf(retired('cancel'), history, '2026-06-01T15:00').done).toMatchObject([
      { state: 'CANCELLED', stopTime: NOON },
    ]);
  });

  it('is the same replayed at once and continued from a stored state', () => {
    const definitions = definitionsOf(metricOf(retired('cancel')));
    const fact = statusAt('2026-06-01T14:00', 'Open', 'Done');
    const { facts: _none, ...issue } = historyOf('2026-06-01T10:00');
    const state = advance(definitions, open(definitions, issue), [fact]);
    const now = at('2026-06-01T15:00');
    expect(reportOf(definitions, state, now).metrics[0]?.state).toBe(
      replay(definitions, { ...issue, facts: [fact] }, now).metrics[0]?.state,
    );
  });
});
