/** The one runner of long work: step by step from a checkpoint, until it is done, cancelled, replaced or waiting. */
import * as v from 'valibot';
import { JiraRefused } from '../kernel/errors';
import { log } from '../platform/log';
import { type EntityStore, readable } from '../platform/storage/entities';
import { transact } from '../platform/storage/transact';
import {
  enqueueJob,
  isUnderWay,
  type Job,
  jobIn,
  type JobRow,
  jobRows,
  type JobType,
  keyOf,
  rowOf,
  type Run,
  startWrite,
} from './job';
import { update } from './update';

/** What a step came to: the next checkpoint, the last one, nothing before an instant, or nothing ever. */
export type StepOutcome<S> =
  | { readonly next: S }
  | { readonly done: S }
  | { readonly failed: S }
  | { readonly waitUntil: number };

/** A kind of long work, declared once. */
export interface JobKind<S extends object> extends JobType<S> {
  /** Does what comes next. It may be done again when nobody heard of its end: then it must come to the same. */
  step(job: Job<S>): Promise<StepOutcome<S>>;
  /** How much it has looked at: what the rate is limited by. */
  progress(work: S): number;
  /** The work without what Jira refuses: it would refuse it again. A kind that can't do without it fails. */
  withoutRefused?(job: Job<S>): S;
  /** What each invocation ends with. */
  afterwards?(): Promise<void>;
}

/** What the runner needs of the outside. */
export interface JobRuntime {
  readonly rows: Pick<EntityStore<JobRow>, 'get' | 'put'>;
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

const LIVE: JobRuntime = {
  rows: jobRows,
  now: () => Date.now(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Forge ends an invocation of the queue after 15 minutes. */
const BUDGET_MS = 8 * 60_000;
/** A resolver has 25 seconds: small sites have their answer before it goes on in the background. */
const AT_ONCE_MS = 8_000;
/** A first burst goes unhindered, then so many a minute: Forge allows 4,000 writes a minute for everything, and Jira is shared with people. */
const BURST = 600;
const PER_MINUTE = 2_000;

/**
 * Works on a run for a while. `again` when there is more to do, `at` when there is nothing to do before an instant, `done` when it
 * is done, cancelled or replaced. What a step throws is thrown: the checkpoint stays, and the queue tries again.
 */
export async function workOn<S extends object>(
  kind: JobKind<S>,
  id: string,
  budgetMs: number = BUDGET_MS,
  { rows, now, pause }: JobRuntime = LIVE,
): Promise<'again' | 'done' | { readonly at: number }> {
  const started = now();
  let row = await rows.get(keyOf(kind));
  for (;;) {
    const job = jobIn(kind, row);
    if (row === null || job?.id !== id || job.state !== 'running') return 'done';
    const began = now();
    if (began - started > budgetMs) return 'again';
    if (job.waitsUntil !== undefined && job.waitsUntil > began) return { at: job.waitsUntil };
    const { outcome, thrown } = await stepOf(kind, job);
    const work = workAfter(job, outcome);
    const next = rowOf(kind, work, runAfter(job, outcome, now()), row.rev + 1);
    // Cancelled or replaced while the step was under way: the newer word stands.
    const written = await rows.put(next.id, next, { rev: row.rev });
    row = written === 'done' ? next : await rows.get(next.id);
    if (thrown !== undefined) throw thrown;
    const looked = kind.progress(work);
    const rest = ((looked - kind.progress(job)) / PER_MINUTE) * 60_000 - (now() - began);
    if (looked > BURST && rest > 0) await pause(rest);
  }
}

interface Stepped<S> {
  readonly outcome: StepOutcome<S>;
  readonly thrown?: JiraRefused;
}

async function stepOf<S extends object>(kind: JobKind<S>, job: Job<S>): Promise<Stepped<S>> {
  try {
    return { outcome: await kind.step(job) };
  } catch (error) {
    if (!(error instanceof JiraRefused)) throw error;
    log.error('job.refused', error, { kind: kind.kind });
    return kind.withoutRefused === undefined
      ? { outcome: { failed: job }, thrown: error }
      : { outcome: { next: kind.withoutRefused(job) } };
  }
}

const workAfter = <S extends object>(before: S, outcome: StepOutcome<S>): S => {
  if ('next' in outcome) return outcome.next;
  if ('done' in outcome) return outcome.done;
  return 'failed' in outcome ? outcome.failed : before;
};

const runAfter = ({ id, by, startedAt }: Run, outcome: StepOutcome<object>, now: number): Run => ({
  id,
  by,
  startedAt,
  updatedAt: now,
  state: 'done' in outcome ? 'done' : 'failed' in outcome ? 'failed' : 'running',
  ...('waitUntil' in outcome ? { waitsUntil: outcome.waitUntil } : {}),
});

/** Begins a run in the background, in place of whatever is there. */
export async function startJob<S extends object>(type: JobType<S>, job: Job<S>): Promise<void> {
  await transact([startWrite(type, job)]);
  await enqueueJob(type, job.id);
}

/** Begins a run and works on it at once, as long as somebody who waits for an answer has time; the rest happens in the background. */
export async function startJobAtOnce<S extends object>(kind: JobKind<S>, job: Job<S>): Promise<void> {
  await transact([startWrite(kind, job)]);
  await handOver(kind, job.id, await workOn(kind, job.id, AT_ONCE_MS));
}

async function handOver(
  kind: JobType<object>,
  id: string,
  outcome: Awaited<ReturnType<typeof workOn>>,
): Promise<void> {
  if (outcome === 'again') await enqueueJob(kind, id);
  else if (outcome !== 'done') await enqueueJob(kind, id, Math.max(0, outcome.at - Date.now()));
}

const eventSchema = v.object({ body: v.object({ kind: v.string(), id: v.string() }) });

/** Goes on with the run that an event of the queue names; what is left goes to a fresh invocation. Safe to repeat. */
export async function onJobEvent(kinds: readonly JobKind<object>[], payload: unknown): Promise<void> {
  const event = v.safeParse(eventSchema, payload);
  const kind = event.success ? kinds.find((each) => each.kind === event.output.body.kind) : undefined;
  if (!event.success || kind === undefined) return;
  const { id } = event.output.body;
  await handOver(kind, id, await workOn(kind, id));
  await kind.afterwards?.();
}

/** So often a run is taken up without having moved, about four hours, before it counts as failed. */
const MOST_TAKEN_UP = 12;

/** Takes up runs that were lost with their events. One that does not move however often it is taken up has failed. */
export async function sweepJobs(kinds: readonly JobType<object>[], now: number): Promise<void> {
  const rows = readable(await jobRows.getMany(kinds.map(keyOf)));
  for (const kind of kinds) {
    const lost = (row: JobRow | null | undefined): row is JobRow =>
      row?.run.state === 'running' && !isUnderWay(row.run, now);
    if (!lost(rows.get(keyOf(kind)))) continue;
    const id = await update<JobRow, string | null>(jobRows, keyOf(kind), (row) => {
      if (!lost(row)) return { answer: null };
      const takenUp = (row.run.takenUp ?? 0) + 1;
      const over = takenUp > MOST_TAKEN_UP;
      const run = { ...row.run, takenUp, updatedAt: now, ...(over ? { state: 'failed' as const } : {}) };
      return { next: { ...row, run }, answer: over ? null : run.id };
    });
    if (id !== null) await enqueueJob(kind, id);
  }
}
