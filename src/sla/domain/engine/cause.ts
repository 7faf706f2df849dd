import type { Condition, EngineRule, EventCause, Trigger } from '../model';

/** Why something happens: in the definition's own ids for records, and as what it is for those who put it into words. */
export interface Cause {
  readonly words: string;
  readonly cause?: EventCause;
}

export const byTrigger = (words: string, trigger: Trigger): Cause => ({ words, cause: { trigger } });

export const byPause = (reason: string, when?: Condition): Cause => ({
  words: reason,
  cause: when ? { pause: reason, when } : { pause: reason },
});

/** The reason of a clock that is held by one of an agreement below which has none of its own. */
export const CHILD_REASON = 'child';

/** A clock of another work item that holds this one. */
export const byChild = (reason: string, issueId: string): Cause => ({
  words: reason,
  cause: { pause: reason, issueId },
});

/** Somebody's own words. */
export const byHand = (reason: string): Cause => ({ words: reason });

const byRule = (words: string, rule: EngineRule): Cause => ({ words, cause: { rule } });

/** What the engine does by rules of its own. */
export const RULES = {
  goalMatches: byRule('a goal matches now', 'goalMatches'),
  scopeEntered: byRule('in scope now', 'scopeEntered'),
  goalChanged: byRule('goal changed', 'goalChanged'),
  calendarChanged: byRule('calendar changed', 'calendarChanged'),
  nothingPauses: byRule('nothing pauses any more', 'nothingPauses'),
  resumedByHand: byRule('resumed by hand', 'resumedByHand'),
  pauseEnds: byRule('the pause was due to end', 'pauseEnds'),
  stopped: byRule('stopped', 'stopped'),
  stoppedBefore: byRule('stopped before the start', 'stoppedBefore'),
  stopLeft: byRule('stop no longer holds', 'stopLeft'),
  noGoal: byRule('noGoal', 'noGoal'),
  newGoal: byRule('goal', 'newGoal'),
  moved: byRule('moved', 'moved'),
  scope: byRule('scope', 'scope'),
  retired: byRule('retired', 'retired'),
  deleted: byRule('deleted', 'deleted'),
  startLeft: byRule('startNoLongerHolds', 'startLeft'),
} as const satisfies Readonly<Record<EngineRule, Cause>>;
