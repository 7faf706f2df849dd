/** What is learned from finished cycles, and what it says of one under way. All lengths are working milliseconds. */
import type { DurationMs } from '../model';

/** A status that a cycle went through. */
export interface Stage {
  readonly status: string;
  /** Working time of the cycle before it first got there. */
  readonly fromMs: DurationMs;
  /** Working time there, all visits together; none where the clock was paused. */
  readonly spentMs: DurationMs;
}

/** What one finished cycle took, on its own calendar. It names neither the work item nor anybody. */
export interface Course {
  /** What is alike: a catalog item or a work type (`similarityKey`); empty when it is nobody's business here. */
  readonly key: string;
  readonly goalId: string;
  readonly totalMs: DurationMs;
  /** What was promised in the end; null when nothing was. */
  readonly targetMs: DurationMs | null;
  readonly breached: boolean;
  readonly stages: readonly Stage[];
}

/** Where a cycle under way stands. */
export interface Position {
  readonly key: string;
  readonly goalId: string;
  readonly elapsedMs: DurationMs;
  /** Left out when the status is not known. Without `spentMs` it is not known how long it has been there. */
  readonly stage?: { readonly status: string; readonly spentMs?: DurationMs };
}

/** Whom it is compared with: the same catalog item or work type, the same goal, or everything the metric measures. */
export type Among = 'similar' | 'goal' | 'all';
export type Confidence = 'low' | 'medium' | 'high';

export interface Forecast {
  readonly among: Among;
  /** So many finished cycles had come as far. */
  readonly count: number;
  /** So many of them needed more than what is left. */
  readonly longer: number;
  /** Half of them needed at least so much from there. */
  readonly medianMs: DurationMs;
  /** Working time that is left before the breach. */
  readonly leftMs: DurationMs;
  /** More than half of them needed longer. */
  readonly likely: boolean;
  readonly confidence: Confidence;
}

/** Catalog items have a say before work types: one type often holds them all. */
export const similarityKey = (itemId: string | undefined, workTypeId: string | undefined): string =>
  itemId === undefined ? `t:${workTypeId ?? ''}` : `i:${itemId}`;
