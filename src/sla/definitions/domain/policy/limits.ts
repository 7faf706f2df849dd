/** How far somebody who is no SLA manager may go by hand. */
import type { DurationMs, Fact, Instant } from '../../../engine/model';
import type { SlaPolicy } from './model';

const HOUR_MS = 3_600_000;

export interface Limits {
  readonly pauseHours: number;
  /** `null`: as long as they like, as SLA managers may; their pauses are limited one by one. */
  readonly extendHours: number | null;
}

/** `alone`: without the rights of an SLA manager. */
export const limitsOf = (policy: SlaPolicy, alone: boolean): Limits => ({
  pauseHours: alone ? policy.pauseAloneHours : policy.pauseMostHours,
  extendHours: alone ? policy.extendAloneHours : null,
});

/** What was done to a clock since an instant (when its cycle began), by whomever. */
export interface Done {
  readonly facts: readonly Fact[];
  readonly since: Instant;
}

/**
 * When a pause by hand ends by itself: as wished, or at the limit. `null` when the wish lies beyond it, or nothing is left of it:
 * without an SLA manager all pauses of a cycle count together.
 */
export function pauseEnd(
  limits: Limits,
  at: Instant,
  { metricId, resumeAt }: { readonly metricId?: string; readonly resumeAt?: Instant },
  done: Done,
): Instant | null {
  const used = limits.extendHours === null ? 0 : pausedMs(metricId, done);
  const latest = at + limits.pauseHours * HOUR_MS - used;
  const end = resumeAt ?? latest;
  return end <= latest && latest > at ? end : null;
}

/** Whether an extension by so many milliseconds is within the limit, with those the cycle had before. */
export function mayExtendBy(
  { extendHours }: Limits,
  { metricId, ms }: { readonly metricId: string; readonly ms: DurationMs },
  { facts, since }: Done,
): boolean {
  const before = facts.flatMap((fact) =>
    fact.kind === 'extend' && fact.metricId === metricId && fact.at >= since ? fact.ms : [],
  );
  return extendHours === null || before.reduce((sum, each) => sum + each, ms) <= extendHours * HOUR_MS;
}

/** For how long people had paused a clock, by the wall clock; a pause under way counts to its end. Of all clocks: the longest. */
function pausedMs(metricId: string | undefined, done: Done): DurationMs {
  if (metricId !== undefined) return pausedOf(metricId, done);
  const named = done.facts.flatMap((fact) => (fact.kind === 'pause' ? (fact.metricId ?? '') : []));
  return Math.max(0, ...named.map((id) => pausedOf(id, done)));
}

function pausedOf(metricId: string, { facts, since }: Done): DurationMs {
  const own = facts.filter(
    (fact) =>
      (fact.kind === 'pause' || fact.kind === 'resume') &&
      (fact.metricId === undefined || fact.metricId === metricId),
  );
  const resumed = own.filter(({ kind }) => kind === 'resume').map(({ at }) => at);
  let [total, counted] = [0, since];
  for (const fact of own.toSorted((left, right) => left.at - right.at)) {
    if (fact.kind !== 'pause') continue;
    const end = Math.min(fact.resumeAt ?? fact.at, ...resumed.filter((at) => at >= fact.at));
    total += Math.max(0, end - Math.max(fact.at, counted));
    counted = Math.max(counted, end);
  }
  return total;
}
