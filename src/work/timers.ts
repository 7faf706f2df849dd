/** Finds what falls due, of every subject: by one index of its own rows, a share of each sweep for each. ADR 0043. */
import type { Due } from '../kernel/put-off';
import { log } from '../platform/log';
import type { EntityStore } from '../platform/storage/entities';
import { SWEEP_MS } from './in-turns';

/** What falls due of one subject. */
export interface TimerKind<R> {
  readonly name: string;
  /** Its rows carry the attributes `due` and `dueAt` and are found by them in an index `by-due`. */
  readonly rows: Pick<EntityStore<R>, 'queryAll'>;
  /** How many rows one sweep looks at. */
  readonly quota: number;
  /** So long before its time a row is planned to the second; 0 where the sweep carries it out itself. */
  readonly aheadMs: number;
  /** Plans or carries out what was found, what waits longest first, and puts off what fails. Answers how many. */
  take(rows: readonly R[]): Promise<number>;
}

const FAILING_EVERY_MS = 15 * 60_000;

/** One query; nothing else when nothing is due. Answers how many rows were planned or carried out. */
export async function sweepKind<R>(
  kind: TimerKind<R>,
  now: number,
  due: Exclude<Due, 'n'> = 'y',
): Promise<number> {
  const until = due === 'y' ? now + kind.aheadMs : now;
  const range = { op: 'lte', value: new Date(until).toISOString() } as const;
  const rows = await kind.rows.queryAll({ index: 'by-due', partition: [due], range }, kind.quota);
  return rows.length === 0 ? 0 : kind.take(rows);
}

/** The chores of a sweep at `now` (ms), by their names: what falls due of each kind, and once in a quarter of an hour what has failed. */
export function timerChores(
  kinds: readonly TimerKind<unknown>[],
  now: number,
): Readonly<Record<string, () => Promise<void>>> {
  const which: readonly Exclude<Due, 'n'>[] = now % FAILING_EVERY_MS < SWEEP_MS ? ['y', 'f'] : ['y'];
  return Object.fromEntries(
    which.flatMap((due) =>
      kinds.map((kind) => [
        due === 'y' ? kind.name : `${kind.name}.failing`,
        async () => {
          const count = await sweepKind(kind, now, due);
          if (count > 0) log.info('timers.taken', { kind: kind.name, due, count });
        },
      ]),
    ),
  );
}

/** So long one kind may carry things out in one sweep: all of them, what has failed included, fit into Forge's five minutes. */
const TURN_MS = 40_000;

/** Carries out one row after the other, as far as the time goes; one that fails does not stop the others. Answers how many it came to. */
export async function inTurn<R>(
  rows: readonly R[],
  now: () => number,
  carryOut: (row: R) => Promise<unknown>,
): Promise<number> {
  const until = now() + TURN_MS;
  let tried = 0;
  for (const row of rows) {
    if (now() > until) break;
    tried += 1;
    try {
      await carryOut(row);
    } catch (error) {
      log.error('timers.failed', error);
    }
  }
  return tried;
}

/** Forge takes 500 events a minute for everything: these leave some of them to others. */
const PUSHES = 400;
const MINUTES = 3;

/** Pushes events in portions, one a minute, for as long as a sweep can wait. Answers those that were taken; the next sweep finds the rest. */
export async function pushInPortions<E>(
  events: readonly E[],
  push: (portion: readonly E[]) => Promise<readonly E[]>,
  pause: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Promise<readonly E[]> {
  const taken: E[] = [];
  for (let start = 0; start < Math.min(events.length, MINUTES * PUSHES); start += PUSHES) {
    if (start > 0) await pause(60_000);
    const portion = events.slice(start, start + PUSHES);
    const some = await push(portion);
    taken.push(...some);
    if (some.length < portion.length) break;
  }
  return taken;
}
