/** What escalation levels may be (features §4.9). */
import type { EscalationLevel, MetricDefinition } from '../model';
import { volatileProblems } from './goal-rules';
import { goalsOf } from './goals-of';
import { REPEATS_UNTIL_PERCENT } from './limits';
import { type Problem, refusal, warning } from './problem';

const GRAIN = 5 * 60_000;

/** Repeating faster than Forge's schedule is refused; repeating where repetition has ended is pointless. */
const repeatProblems = (subject: string, path: string, level: EscalationLevel): readonly Problem[] => {
  if (level.repeatEveryMs === undefined) return [];
  if (level.repeatEveryMs < GRAIN) {
    return [
      refusal(
        'REPEAT_TOO_OFTEN',
        subject,
        `${path}.repeatEveryMs`,
        `Level "${level.name}" would act more often than every five minutes.`,
        'Repeat it every five minutes or less often.',
      ),
    ];
  }
  return level.at.kind === 'percent' && level.at.percent >= REPEATS_UNTIL_PERCENT
    ? [
        warning(
          'REPEAT_NEVER',
          subject,
          `${path}.repeatEveryMs`,
          `Level "${level.name}" never repeats: repetition ends when twice the target is used up.`,
          'Put it below 200 %, or take the repetition away.',
        ),
      ]
    : [];
};

/** Everything wrong with a metric's escalation levels. */
export const escalationProblems = (subject: string, metric: MetricDefinition): readonly Problem[] => {
  const shortest = Math.min(
    ...goalsOf(metric).map(({ target }) => (target.kind === 'duration' ? target.ms : Infinity)),
  );
  const ids = metric.escalations.map((level) => level.id);
  return metric.escalations.flatMap((level, i) => {
    const path = `escalations.${i}`;
    const found = level.when ? [...volatileProblems(subject, `${path}.when`, level.when)] : [];
    if (ids.indexOf(level.id) < i)
      found.push(
        refusal(
          'DUPLICATE_ID',
          subject,
          `${path}.id`,
          `Two levels have the id "${level.id}".`,
          'Give each its own.',
        ),
      );
    const { at } = level;
    if (at.kind !== 'percent' && at.ms < 0)
      found.push(
        refusal(
          'LEVEL_NEGATIVE',
          subject,
          `${path}.at`,
          `Level "${level.name}" has a time of less than 0, which would put it on the other side of the due time.`,
          'Write the time as a positive number, and choose before or after.',
        ),
      );
    const before =
      at.kind === 'percent'
        ? (shortest * (100 - at.percent)) / 100
        : at.kind === 'beforeDue'
          ? at.ms
          : Infinity;
    const sinceStart = at.kind === 'percent' ? (shortest * at.percent) / 100 : Infinity;
    if (level.actions.length === 0)
      found.push(
        warning(
          'LEVEL_WITHOUT_ACTION',
          subject,
          path,
          `Level "${level.name}" does nothing.`,
          'Add an action, or remove the level.',
        ),
      );
    if (sinceStart > 0 && sinceStart < GRAIN)
      found.push(
        warning(
          'LEVEL_TOO_CLOSE',
          subject,
          path,
          `Level "${level.name}" is less than five minutes after the start and may come late.`,
          'Put it later, or give the goal more time.',
        ),
      );
    if (before > 0 && before < GRAIN)
      found.push(
        warning(
          'LEVEL_TOO_CLOSE',
          subject,
          path,
          `Level "${level.name}" is less than five minutes before the due time and may come late.`,
          'Put it earlier.',
        ),
      );
    if (at.kind === 'beforeDue' && at.ms >= shortest)
      found.push(
        warning(
          'LEVEL_BEFORE_START',
          subject,
          path,
          `Level "${level.name}" lies before the start of the shortest goal and would fire at once.`,
          'Put it nearer to the due time.',
        ),
      );
    return [...found, ...repeatProblems(subject, path, level)];
  });
};
