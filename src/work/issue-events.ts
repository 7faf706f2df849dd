/**
 * The one dispatcher of issue events. What the subjects have of an issue is read together, decided side by side and written
 * in one transaction; it knows none of them.
 */
import { AppFailure } from '../kernel/errors';
import { log } from '../platform/log';
import { orThrow } from '../platform/storage/entities';
import { type Read, readTogether, type Wanted } from '../platform/storage/together';
import { transact, type Write } from '../platform/storage/transact';
import type { IssueEvent } from './issue-event';
import { CONFLICT, untilWritten } from './update';

/** What was read for an event. */
export interface Rows {
  /** `null` when there is none. @throws AppFailure STORAGE_CORRUPT when it is there and can't be read. */
  of<T>(wanted: Wanted<T>): T | null;
}

/** What a subject makes of an event. */
export interface Step {
  /** Conditional where they depend on what was read; at most 25 with those of the others. */
  readonly writes: readonly Write[];
  /** Once they are written. */
  readonly after?: () => Promise<void>;
}

export const NOTHING: Step = { writes: [] };

/** A subject that follows work items. */
export interface Follower {
  readonly name: string;
  /** Read with every event, in one call for all subjects: each costs at least 1 kB, even where there is nothing. */
  readonly wanted: (issueId: string) => readonly Wanted<unknown>[];
  /**
   * Begins to follow one event. The function it answers decides about the rows as they stand, and is asked again whenever
   * somebody else wrote meanwhile: what it learns from Jira it keeps. It reads more only where the rows say that there is
   * more. `CONFLICT`: what was read is out of date already.
   */
  readonly follow: (event: IssueEvent) => (rows: Rows) => Promise<Step | typeof CONFLICT>;
}

interface Following {
  readonly name: string;
  readonly wanted: readonly Wanted<unknown>[];
  readonly decide: (rows: Rows) => Promise<Step | typeof CONFLICT>;
}

interface Decided {
  readonly name: string;
  readonly step: Step;
}

const MOST_WRITES = 25;

/**
 * Tells every subject of an event: one reading, at most one transaction; whoever conflicts makes all decide again. A subject
 * that fails is left out, and the others are written. Safe to repeat, in any order, and beside another call.
 * @throws the first failure once the others are written: try the event again, who has taken it in writes nothing then.
 */
export async function dispatch(event: IssueEvent, followers: readonly Follower[]): Promise<void> {
  const failures = new Map<string, unknown>();
  const leaveOut = (name: string, error: unknown): void => {
    log.error(`${name}.event.failed`, error, { issueId: event.issueId });
    failures.set(name, error);
  };
  const following = followers.map(({ name, wanted, follow }): Following => ({
    name,
    wanted: wanted(event.issueId),
    decide: follow(event),
  }));
  const written: Decided[] = [];
  await untilWritten(async () => {
    const left = following.filter(({ name }) => !failures.has(name));
    const decided = await decideAll(left, await readRows(left), leaveOut);
    return decided === CONFLICT ? CONFLICT : writeAll(decided, written, leaveOut);
  });
  for (const { name, step } of written) await step.after?.().catch((error: unknown) => leaveOut(name, error));
  const [first] = failures.values();
  if (first !== undefined) throw first as Error;
}

async function readRows(following: readonly Following[]): Promise<Rows> {
  const wanted = new Map(following.flatMap((each) => each.wanted.map((row) => [nameOf(row), row])));
  const read: Readonly<Record<string, Read<unknown>>> =
    wanted.size === 0 ? {} : await readTogether(Object.fromEntries(wanted));
  return {
    // What was read was parsed with the schema of whoever wants it.
    of: <T>(row: Wanted<T>): T | null => orThrow(read[nameOf(row)] as Read<T>),
  };
}

const nameOf = ({ entity, key }: Wanted<unknown>): string => `${entity} ${key}`;

type LeaveOut = (name: string, error: unknown) => void;

async function decideAll(
  following: readonly Following[],
  rows: Rows,
  leaveOut: LeaveOut,
): Promise<readonly Decided[] | typeof CONFLICT> {
  const decided: Decided[] = [];
  for (const { name, decide } of following) {
    try {
      const step = await decide(rows);
      if (step === CONFLICT) return CONFLICT;
      decided.push({ name, step });
    } catch (error) {
      leaveOut(name, error);
    }
  }
  return decided;
}

/** Together if it can be; what the storage does not take of one subject must not keep the others from being written. */
async function writeAll(
  decided: readonly Decided[],
  written: Decided[],
  leaveOut: LeaveOut,
): Promise<'done' | typeof CONFLICT> {
  const writing = decided.filter(({ step }) => step.writes.length > 0);
  const writes = writing.flatMap(({ step }) => step.writes);
  if (writes.length > 0 && writes.length <= MOST_WRITES) {
    try {
      if ((await transact(writes)) === 'conflict') return CONFLICT;
      written.push(...decided);
      return 'done';
    } catch (error) {
      if (error instanceof AppFailure && error.retryable) throw error;
    }
  }
  for (const each of writing) {
    try {
      if ((await transact(each.step.writes)) === 'conflict') return CONFLICT;
      written.push(each);
    } catch (error) {
      leaveOut(each.name, error);
    }
  }
  return 'done';
}
