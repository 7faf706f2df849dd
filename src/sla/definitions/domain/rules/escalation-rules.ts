/** What escalation levels may be (sla-rules §9). */
import type { EscalationLevel, MetricDefinition } from '../../../engine/model';
import { volatileProblems } from './goal-rules';
import { goalsOf } from '../../../engine/model/goals-of';
import { REPEATS_UNTIL_PERCENT } from '../../../engine/model/limits';
import { errorIn, warningIn } from '../../../../kernel/finding';
import type { Problem } from './problem';

const GRAIN = 5 * 60_000;

/** Repeating faster than Forge's schedule is refused; repeating where repetition has ended is pointless. */
const repeatProblems = (whose: string, at: string, level: EscalationLevel): readonly Problem[] => {
  if (level.repeatEveryMs === undefined) return [];
  if (level.repeatEveryMs < GRAIN) {
    return [errorIn('REPEAT_TOO_OFTEN', whose, `${at}.repeatEveryMs`, { level: level.name })];
  }
  return level.at.kind === 'percent' && level.at.percent >= REPEATS_UNTIL_PERCENT
    ? [warningIn('REPEAT_NEVER', whose, `${at}.repeatEveryMs`, { level: level.name })]
    : [];
};

/** Everything wrong with a metric's escalation levels. */
export const escalationProblems = (whose: string, metric: MetricDefinition): readonly Problem[] => {
  const shortest = Math.min(
    ...goalsOf(metric).map(({ target }) => (target.kind === 'duration' ? target.ms : Infinity)),
  );
  const ids = metric.escalations.map((level) => level.id);
  return metric.escalations.flatMap((level, i) => {
    const path = `escalations.${i}`;
    const found = level.when ? [...volatileProblems(whose, `${path}.when`, level.when)] : [];
    if (ids.indexOf(level.id) < i) found.push(errorIn('DUPLICATE_ID', whose, `${path}.id`, { id: level.id }));
    const { at } = level;
    if (at.kind !== 'percent' && at.ms < 0)
      found.push(errorIn('LEVEL_NEGATIVE', whose, `${path}.at`, { level: level.name }));
    const before =
      at.kind === 'percent'
        ? (shortest * (100 - at.percent)) / 100
        : at.kind === 'beforeDue'
          ? at.ms
          : Infinity;
    const sinceStart = at.kind === 'percent' ? (shortest * at.percent) / 100 : Infinity;
    if (level.actions.length === 0)
      found.push(warningIn('LEVEL_WITHOUT_ACTION', whose, path, { level: level.name }));
    if (sinceStart > 0 && sinceStart < GRAIN)
      found.push(warningIn('LEVEL_TOO_CLOSE', whose, path, { level: level.name }));
    if (before > 0 && before < GRAIN)
      found.push(warningIn('LEVEL_TOO_CLOSE', whose, path, { level: level.name }));
    if (at.kind === 'beforeDue' && at.ms >= shortest)
      found.push(warningIn('LEVEL_BEFORE_START', whose, path, { level: level.name }));
    return [...found, ...repeatProblems(whose, path, level)];
  });
};
