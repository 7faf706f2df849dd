/** What a change of the definitions does to the work items a recalculation looks at. */
import { compareReports } from '../change/compare';
import type { CycleChange } from '../domain/answers/changes';
import { replay } from '../domain/engine/replay';
import type { Instant, SlaDefinitions } from '../domain/model';
import type { FullHistory } from '../runtime/ports';
import { historyOf, type OwnKnowledge } from '../runtime/rebuild';

export interface Watch {
  readonly saw: (full: FullHistory, known: OwnKnowledge) => void;
  readonly changes: readonly CycleChange[];
  readonly issues: () => number;
}

/**
 * Compares both rules at one instant: time that passes is no change of the rule, and a page that is looked at twice says
 * the same twice.
 */
export function watchChanges(former: SlaDefinitions, definitions: SlaDefinitions, at: Instant): Watch {
  const changes: CycleChange[] = [];
  const both: SlaDefinitions = { ...definitions, metrics: [...former.metrics, ...definitions.metrics] };
  const metricIds = new Set(both.metrics.map(({ id }) => id));
  return {
    changes,
    issues: () => new Set(changes.map(({ issueId }) => issueId)).size,
    saw(full, known) {
      const history = historyOf(full, known, both);
      // An instant is passed one millisecond later: what is breached by the change itself counts.
      const [was, is] = [replay(former, history, at + 1), replay(definitions, history, at + 1)];
      changes.push(...compareReports(was, is, metricIds));
    },
  };
}
