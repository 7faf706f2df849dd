import type { Condition, EngineRule, EventCause, Trigger } from '../model';

export type Cause = EventCause;

export const byTrigger = (trigger: Trigger): Cause => ({ trigger });

export const byPause = (reason: string, when?: Condition): Cause =>
  when ? { pause: reason, when } : { pause: reason };

/** The reason of a clock that is held by one of an agreement below which has none of its own. */
export const CHILD_REASON = 'child';

/** A clock of another work item that holds this one. */
export const byChild = (reason: string, issueId: string): Cause => ({ pause: reason, issueId });

/** Somebody's own words. */
export const byHand = (reason: string): Cause => ({ reason });

/** What the engine does by a rule of its own. */
export const byRule = <Rule extends EngineRule>(rule: Rule) => ({ rule });

/** What a cancelled cycle is remembered by: the engine's rule, or that a trigger of the definition fired. */
export const cancelledBy = (cause: Cause): string => ('rule' in cause ? cause.rule : 'trigger');
