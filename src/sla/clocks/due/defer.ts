/** Whether the messages of an escalation wait, and until when. */
import { calendarOf } from '../../engine/compiled/compile';
import type { PlannedInstant } from '../../engine/replay/escalation';
import type { Instant, SlaDefinitions } from '../../engine/model';
import type { SlaPolicy } from '../../definitions/domain/policy/model';
import { quietUntil } from '../../definitions/domain/policy/quiet';
import { isMessage } from '../escalation/carry-out';
import type { Claim, Deferred } from '../record/record';
import type { Draft } from '../follow/compose';

export interface Deferral {
  /** What the attempt is about, as its claim says: everything, `q` all but messages, `m…` only messages. */
  readonly phase: string | undefined;
  /** How the escalation stands when the attempt is through. */
  readonly outcome: 'd' | Deferred;
  /** Nothing to do but hold. */
  readonly only: boolean;
}

interface Question {
  readonly planned: PlannedInstant;
  readonly former: Claim | undefined;
  readonly policy: SlaPolicy;
  readonly draft: Draft;
  readonly definitions: SlaDefinitions;
  readonly now: Instant;
  readonly gatherUntil: Instant | undefined;
}

/**
 * Issues change at their second; people are told then too, unless quiet hours hold, many are to be told at once, or
 * safe mode leaves messages out. An attempt that follows a dead one goes on as that one began.
 */
export function deferralOf(question: Question): Deferral {
  const { planned, former, policy, now, gatherUntil } = question;
  const actions = planned.level?.actions ?? [];
  const all: Deferral = { phase: former?.[4], outcome: 'd', only: false };
  if (!actions.some(isMessage)) return all;
  if (former !== undefined && former[4] !== 'q') return all;
  const only = former === undefined && actions.every(isMessage);
  if (policy.safeModeSince !== undefined) return { phase: 'q', outcome: 'd', only };
  const until = quietEnd(question) ?? (minds(planned) ? gatherUntil : undefined);
  if (until !== undefined) return { phase: 'q', outcome: ['h', until], only };
  return former === undefined ? all : { phase: 'q', outcome: ['h', now], only: false };
}

const minds = ({ level }: PlannedInstant): boolean => level?.quiet !== 'ignore';

/** The end of the quiet hours that hold now for an escalation, if any. */
export function quietEnd({
  planned,
  policy,
  draft,
  definitions,
  now,
}: Pick<Question, 'planned' | 'policy' | 'draft' | 'definitions' | 'now'>): Instant | undefined {
  if (!minds(planned)) return undefined;
  const run = draft.state.runs.find(({ id }) => id === planned.metricId);
  return quietUntil(policy.quiet, calendarOf(definitions, run?.cycles.at(-1)?.calendarId ?? null), now);
}
