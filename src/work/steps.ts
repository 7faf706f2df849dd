/** What must happen outside the storage after a decision: written down with it, and kept until it is done or shown. */
import * as v from 'valibot';
import { entityStore } from '../platform/storage/entities';
import type { Write } from '../platform/storage/transact';

/** One thing to do: its kind says how, its data what about. */
export interface Step {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly state: 'open' | 'done' | 'failed';
}

/** What follows one decision, in its order. */
export interface StepRow {
  readonly schema: 1;
  readonly id: string;
  readonly rev: number;
  /** Whose decision: `request:<id>`. Of one subject, what was decided first is done first. */
  readonly subject: string;
  readonly decidedAt: string;
  readonly steps: readonly Step[];
  readonly state: 'waiting' | 'failed';
  /** From when it may be claimed: whoever works on it has it to themselves until then. */
  readonly at: string;
  /** Somebody works on it now, as far as `at` is not past. */
  readonly held: boolean;
  /** How often it was claimed after the first try. */
  readonly tries: number;
  /** Since when it is tried. */
  readonly since: string;
  /** Of the last failure: Jira's words, or a code. */
  readonly why?: string;
  /** What people must know who are shown that it failed. */
  readonly about: Readonly<Record<string, string>>;
}

const rowSchema: v.GenericSchema<unknown, StepRow> = v.object({
  schema: v.literal(1),
  id: v.string(),
  rev: v.number(),
  subject: v.string(),
  decidedAt: v.string(),
  steps: v.array(
    v.object({
      kind: v.string(),
      data: v.record(v.string(), v.unknown()),
      state: v.picklist(['open', 'done', 'failed']),
    }),
  ),
  state: v.picklist(['waiting', 'failed']),
  at: v.string(),
  held: v.boolean(),
  tries: v.number(),
  since: v.string(),
  why: v.optional(v.string()),
  about: v.record(v.string(), v.string()),
});

export const stepRows = entityStore<StepRow>({
  name: 'step',
  schema: rowSchema,
  attributes: ({ rev, subject, decidedAt, state, at }) => ({ rev, subject, decidedAt, state, at }),
});

/** How long whoever works on a row has it to themselves: longer than any of the first tries lives. */
export const LEASE_MS = 60_000;

export const after = (now: number, ms: number): string => new Date(now + ms).toISOString();

export interface Following {
  readonly id: string;
  readonly subject: string;
  readonly steps: readonly Omit<Step, 'state'>[];
  readonly about: StepRow['about'];
}

/** A row of what follows a decision made now, claimed by who decides: they try at once, others come when they don't end. */
export const newRow = ({ id, subject, steps, about }: Following, now: number): StepRow => ({
  schema: 1,
  id,
  rev: 1,
  subject,
  decidedAt: new Date(now).toISOString(),
  steps: steps.map((step) => ({ ...step, state: 'open' })),
  state: 'waiting',
  at: after(now, LEASE_MS),
  held: true,
  tries: 0,
  since: new Date(now).toISOString(),
  about,
});

/** The row as part of the transaction of the decision. */
export const stepWrite = (row: StepRow): Write =>
  stepRows.write(row.id, row, row.rev === 1 ? 'absent' : { rev: row.rev - 1 });

/** The row with one of its steps done by who made the decision, in the same transaction. */
export const withDone = (row: StepRow, kind: string): StepRow => ({
  ...row,
  rev: row.rev + 1,
  steps: row.steps.map((step) => (step.kind === kind ? { ...step, state: 'done' } : step)),
});
