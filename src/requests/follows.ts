/** Known problems that people asked to be told of instead of asking again: who follows which, and what is solved. */
import { kvs, WhereConditions } from '@forge/kvs';
import * as v from 'valibot';
import type { KnownProblem } from '../catalog';
import { textAnswer } from '../kernel/text-schema';
import { log } from '../platform/log';
import { readAll } from '../platform/storage/batch';
import { guarded, transact, type Write } from '../platform/storage/transact';
import { markWrite } from './home-marks';
import type { RequestPorts } from './ports';

/** Each follower under a key of their own: found by the problem, and gone with the person. */
const followKey = (problemId: string, accountId: string): string => `follow:${problemId}:${accountId}`;
/** What somebody follows; erased with all that a home keeps of a person. */
const ownKey = (accountId: string): string => `home-follows:${accountId}`;
const MOST = 30;
const DAY_MS = 86_400_000;
/** So long somebody's home says that what they followed is solved. */
const TOLD_MS = 14 * DAY_MS;

const ownSchema = v.object({
  schema: v.literal(1),
  following: v.array(v.string()),
  solved: v.array(v.object({ id: v.string(), name: textAnswer, at: v.number() })),
});
type Own = v.InferOutput<typeof ownSchema>;

const ownIn = (rows: ReadonlyMap<string, unknown>, accountId: string): Own => {
  const own = v.safeParse(ownSchema, rows.get(ownKey(accountId)));
  return own.success ? own.output : { schema: 1, following: [], solved: [] };
};

/** What somebody follows, and what of it was solved in the last two weeks. */
export async function readFollows(accountId: string, now: number) {
  const { following, solved } = ownIn(await readAll([ownKey(accountId)]), accountId);
  return {
    following,
    solved: solved.filter(({ at }) => now - at < TOLD_MS).map(({ id, name }) => ({ id, name })),
  };
}

/** Follows a problem or no longer; the same wish twice comes to the same. Answers all that they follow. */
export async function setFollow(accountId: string, problemId: string, isOn: boolean): Promise<string[]> {
  const own = ownIn(await readAll([ownKey(accountId)]), accountId);
  const others = own.following.filter((id) => id !== problemId);
  const following = (isOn ? [problemId, ...others] : others).slice(0, MOST);
  const key = followKey(problemId, accountId);
  await transact([
    isOn ? { kind: 'set', key, value: { schema: 1 } } : { kind: 'delete', key },
    ownWrite(accountId, { ...own, following }),
    markWrite(accountId),
  ]);
  return following;
}

const ownWrite = (accountId: string, own: Own): Write => ({
  kind: 'set',
  key: ownKey(accountId),
  value: own,
});

interface SolvedPorts extends Pick<RequestPorts, 'issuesNow'> {
  readonly knownProblems: () => Promise<readonly KnownProblem[]>;
  /** By mail, as far as it reaches them. */
  readonly mail: (people: readonly string[], problem: KnownProblem) => Promise<void>;
}

/** Followers of one problem told in one sweep; the next goes on. */
const MOST_TOLD = 100;
/** Each takes three writes of a transaction. */
const AT_ONCE = 8;

/** Tells those who follow a problem whose work item is done: once each, on their home for certain, and by mail. Answers how many. */
export async function tellSolved(now: number, ports: SolvedPorts): Promise<number> {
  let told = 0;
  for (const problem of await ports.knownProblems()) {
    const people = await followersOf(problem.id);
    if (people.length === 0 || !(await isDone(problem.issueKey, ports))) continue;
    for (let start = 0; start < people.length; start += AT_ONCE) {
      const some = people.slice(start, start + AT_ONCE);
      await noteSolved(some, problem, now);
      told += some.length;
      await ports.mail(some, problem).catch((error: unknown) => log.error('follows.mail', error));
    }
  }
  return told;
}

async function followersOf(problemId: string): Promise<readonly string[]> {
  const prefix = followKey(problemId, '');
  const page = await guarded(() =>
    kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(MOST_TOLD).getMany<unknown>(),
  );
  return page.results.map(({ key }) => key.slice(prefix.length));
}

/** A work item that is gone was not solved, as far as anybody can tell. */
async function isDone(issueKey: string, { issuesNow }: Pick<RequestPorts, 'issuesNow'>): Promise<boolean> {
  const [issue] = (await issuesNow([issueKey])).values();
  return issue?.status.category === 'done';
}

async function noteSolved(people: readonly string[], { id, name }: KnownProblem, now: number): Promise<void> {
  const rows = await readAll(people.map(ownKey));
  await transact(
    people.flatMap((accountId) => {
      const own = ownIn(rows, accountId);
      const next = {
        ...own,
        following: own.following.filter((each) => each !== id),
        solved: [{ id, name, at: now }, ...own.solved.filter((each) => each.id !== id)].slice(0, MOST),
      };
      return [
        { kind: 'delete', key: followKey(id, accountId) } as const,
        ownWrite(accountId, next),
        markWrite(accountId),
      ];
    }),
  );
}
