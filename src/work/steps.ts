/** What must happen outside the storage after a decision: written down with it, and kept until it is done or shown. */
import { entityStore } from '../platform/storage/entities';
import type { Write } from '../platform/storage/transact';
import { LEASE_MS } from './lease';
import { type Following, type StepRow, stepRowSchema } from './step';

export const stepRows = entityStore<StepRow>({
  name: 'step',
  schema: stepRowSchema,
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
