/** The one run of each kind of long work that is under way or was the last: its checkpoint, so that it can be stopped, resumed and watched. */
import * as v from 'valibot';
import { log } from '../platform/log';
import { pushEvents } from '../platform/queue/push';
import { documentStore } from '../platform/storage/documents';
import type { Write } from '../platform/storage/transact';
import { update } from './update';

/** The name of a kind of long work, and what its checkpoints hold. */
export interface JobType<S extends object> {
  readonly kind: string;
  readonly schema: v.GenericSchema<unknown, S>;
}

const runSchema = v.object({
  id: v.string(),
  /** Who asked for it; nobody where the app did by itself. */
  by: v.nullable(v.string()),
  startedAt: v.number(),
  /** When it last moved. */
  updatedAt: v.number(),
  state: v.picklist(['running', 'done', 'cancelled', 'failed']),
  /** Nothing is done before then. */
  waitsUntil: v.optional(v.number()),
  /** How often the sweep took it up since it last moved. */
  takenUp: v.optional(v.number()),
});
export type Run = Readonly<v.InferOutput<typeof runSchema>>;

/** A run with what its kind knows. */
export type Job<S extends object> = S & Run;

const rowSchema = v.object({
  schema: v.literal(1),
  id: v.string(),
  rev: v.number(),
  run: runSchema,
  /** As the kind's schema has it. */
  work: v.unknown(),
});
export type JobRow = Readonly<v.InferOutput<typeof rowSchema>>;

export const jobRows = documentStore<JobRow>(rowSchema);

export const keyOf = ({ kind }: Pick<JobType<object>, 'kind'>): string => `job:${kind}`;

/** The run in a row; `null` also when the work can't be read: it can be begun anew at any time. */
export function jobIn<S extends object>({ kind, schema }: JobType<S>, row: JobRow | null): Job<S> | null {
  if (row === null) return null;
  const work = v.safeParse(schema, row.work);
  if (!work.success) log.warn('job.unreadable', { kind, at: v.getDotPath(work.issues[0]) ?? '' });
  return work.success ? { ...work.output, ...row.run } : null;
}

/** A run as it is stored: of the work, what its kind declares. */
export const rowOf = <S extends object>(type: JobType<S>, work: S, run: Run, rev: number): JobRow => ({
  schema: 1,
  id: keyOf(type),
  rev,
  run: v.parse(runSchema, run),
  work: v.parse(type.schema, work),
});

/** The run under way or last done; `null` when there never was one. One storage read. */
export const readJob = async <S extends object>(type: JobType<S>): Promise<Job<S> | null> =>
  jobIn(type, await jobRows.get(keyOf(type)));

/** A fresh run that nothing was done of. */
export const newRun = <S extends object>(work: S, by: string | null, now: number): Job<S> => ({
  ...work,
  id: crypto.randomUUID(),
  by,
  startedAt: now,
  updatedAt: now,
  state: 'running',
});

const MOST_REV = 2 ** 30;

/**
 * The write that puts a fresh run in place of whatever is there: the newer word stands. Its `rev` is one that counting on from
 * the former run does not come to, so that whoever still works on that finds it replaced.
 */
export const startWrite = <S extends object>(type: JobType<S>, job: Job<S>): Write => {
  const row = rowOf(type, job, job, 1 + Math.floor(Math.random() * MOST_REV));
  return jobRows.write(row.id, row, 'any');
};

/** No invocation lives so long, and no retry is put off for longer: a run that has not moved since was lost. */
export const LOST_MS = 20 * 60_000;

/** Whether it runs, and was not lost. */
export const isUnderWay = <J extends Run>(job: J | null, now: number): job is J =>
  job?.state === 'running' && Math.max(job.updatedAt, job.waitsUntil ?? 0) > now - LOST_MS;

/** Stops the run under way after its current step; what it has done stays. */
export const cancelJob = (type: JobType<object>, now: number): Promise<void> =>
  update(jobRows, keyOf(type), (row) =>
    row?.run.state === 'running'
      ? { next: { ...row, run: { ...row.run, state: 'cancelled', updatedAt: now } }, answer: undefined }
      : { answer: undefined },
  );

/** Goes on with a run that was cancelled or failed; nothing happens when it runs or is done. */
export async function resumeJob(type: JobType<object>, now: number): Promise<void> {
  const id = await update<JobRow, string | null>(jobRows, keyOf(type), (row) => {
    if (row?.run.state !== 'cancelled' && row?.run.state !== 'failed') return { answer: null };
    const { takenUp: _over, ...run } = row.run;
    return { next: { ...row, run: { ...run, state: 'running', updatedAt: now } }, answer: run.id };
  });
  if (id !== null) await enqueueJob(type, id);
}

const JOB_QUEUE = 'jobs';

/** Goes on with a run in a fresh invocation, after a while of at most 15 minutes: one that waits longer is put off again. */
export async function enqueueJob(
  { kind }: Pick<JobType<object>, 'kind'>,
  id: string,
  afterMs = 0,
): Promise<void> {
  await pushEvents(JOB_QUEUE, [{ body: { kind, id }, serialise: kind, delaySeconds: afterMs / 1000 }]);
}
