/** What must happen outside the storage after a decision: written down with it, and kept until it is done or shown. */
import * as v from 'valibot';
import { entityStore } from '../platform/storage/entities';
import type { Write } from '../platform/storage/transact';
import { LEASE_MS } from './lease';
import type { Following, StepRow } from './step';

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
  attributes: ({ rev, subject, decidedAt, state, tries, at }) => ({
    rev,
    subject,
    decidedAt,
    due: state === 'failed' ? 'n' : tries === 0 ? 'y' : 'f',
    dueAt: at,
  }),
});

export const after = (now: number, ms: number): string => new Date(now + ms).toISOString();

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
