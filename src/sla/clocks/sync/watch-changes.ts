/** What a change of the definitions does to the work items that a recalculation or a dry run looks at. */
import { compareReports } from './compare';
import type { CycleChange } from '../../definitions/domain/answers/changes';
import { replay } from '../../engine/replay/replay';
import type { Instant, SlaDefinitions } from '../../engine/model';
import type { FullHistory } from '../follow/ports';
import { historyOf, type OwnKnowledge } from '../follow/rebuild';

export interface Watch {
  /** With the metrics of both rules: what histories must be read with. */
  readonly both: SlaDefinitions;
  readonly saw: (full: FullHistory, known: OwnKnowledge) => void;
  readonly changes: readonly CycleChange[];
  readonly issues: () => number;
  /** Metrics of work items with a cycle under way by either rule. */
  readonly open: () => number;
}

/**
 * Compares both rules at one instant, all metrics or those named: time that passes is no change of the rule, and a page that
 * is looked at twice says the same twice.
 */
export function watchChanges(
  former: SlaDefinitions,
  definitions: SlaDefinitions,
  at: Instant,
  concerned?: ReadonlySet<string>,
): Watch {
  const changes: CycleChange[] = [];
  const both: SlaDefinitions = { ...definitions, metrics: [...former.metrics, ...definitions.metrics] };
  const metricIds = concerned ?? new Set(both.metrics.map(({ id }) => id));
  let open = 0;
  return {
    both,
    changes,
    issues: () => new Set(changes.map(({ issueId }) => issueId)).size,
    open: () => open,
    saw(full, known) {
      const history = historyOf(full, known, both);
      // An instant is passed one millisecond later: what is breached by the change itself counts.
      const [was, is] = [replay(former, history, at + 1), replay(definitions, history, at + 1)];
      changes.push(...compareReports(was, is, metricIds));
      const running = [...was.metrics, ...is.metrics].filter(
        ({ ongoingCycle }) => ongoingCycle !== undefined,
      );
      open += new Set(running.map(({ id }) => id).filter((id) => metricIds.has(id))).size;
    },
  };
}
