import type { MetricDefinition } from '../../engine/model';
import { replay } from '../../engine/replay/replay';
import { at, definitionsOf, goalOf, historyOf, is, metricOf, statusAt } from '../../engine/testing/build';
import { compareReports } from './compare';

const NOW = at('2026-06-01T14:00');
const none = { scope: { any: [] } };

/** What becomes of the clock of one work item, created at nine, when the metric is changed. */
function changes(
  before: Partial<MetricDefinition>,
  after: Partial<MetricDefinition>,
  history = historyOf('2026-06-01T09:00'),
) {
  const report = (parts: Partial<MetricDefinition>) => replay(definitionsOf(metricOf(parts)), history, NOW);
  return compareReports(report(before), report(after), new Set(['m']));
}

describe('what a change of a rule does to a clock', () => {
  it('is a start, in time or late', () => {
    expect(changes(none, { goals: [goalOf(8)] })).toMatchObject([{ kind: 'appears', before: null }]);
    expect(changes(none, { goals: [goalOf(2)] })).toMatchObject([
      { kind: 'appearsLate', after: { breached: true } },
    ]);
  });

  it('is no late start for one that ended', () => {
    const ended = historyOf('2026-06-01T09:00', [statusAt('2026-06-01T13:00', 'Open', 'Done')]);
    expect(changes(none, { goals: [goalOf(2)] }, ended)).toMatchObject([{ kind: 'appears' }]);
  });

  it('of one that is paused shows in when it would be due if it went on', () => {
    const paused = historyOf('2026-06-01T09:00', [statusAt('2026-06-01T10:00', 'Open', 'Waiting')]);
    const [change] = changes({ goals: [goalOf(8)] }, { goals: [goalOf(4)] }, paused);
    expect(change).toMatchObject({ kind: 'due', before: { state: 'PAUSED' }, after: { state: 'PAUSED' } });
    expect(change?.before?.ifResumed).toBeGreaterThan(change?.after?.ifResumed ?? 0);
  });

  it('is nothing where the clock says the same as before', () => {
    const paused = historyOf('2026-06-01T09:00', [statusAt('2026-06-01T10:00', 'Open', 'Waiting')]);
    const others = { ...goalOf(4, is('priority', '1'), 'high') };
    expect(changes({ goals: [goalOf(8)] }, { goals: [others, goalOf(8)] }, paused)).toEqual([]);
  });
});
