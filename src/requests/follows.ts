/** Known problems that people asked to be told of instead of asking again: who follows which, and what is solved. */
import * as v from 'valibot';
import type { KnownProblem } from '../catalog';
import { textAnswer } from '../kernel/text-schema';
import { log } from '../platform/log';
import { firstUnder } from '../platform/storage/under';
import { transact } from '../platform/storage/transact';
import { homeDocument, toggled } from './home-documents';
import type { RequestPorts } from './ports';

/** Each follower under a key of their own: found by the problem, and gone with the person. */
const followKey = (problemId: string, accountId: string): string => `follow:${problemId}:${accountId}`;
const MOST = 30;
const DAY_MS = 86_400_000;
/** So long somebody's home says that what they followed is solved. */
const TOLD_MS = 14 * DAY_MS;

const documents = homeDocument(
  'follows',
  v.object({
    schema: v.literal(1),
    following: v.array(v.string()),
    solved: v.array(v.object({ id: v.string(), name: textAnswer, at: v.number() })),
  }),
  { schema: 1, following: [], solved: [] },
);

/** What somebody follows, and what of it was solved in the last two weeks. */
export async function readFollows(accountId: string, now: number) {
  const { following, solved } = await documents.read(accountId);
  return {
    following,
    solved: solved.filter(({ at }) => now - at < TOLD_MS).map(({ id, name }) => ({ id, name })),
  };
}

/** Follows a problem or no longer; the same wish twice comes to the same. Beyond so many the oldest is followed no more. Answers all that they follow. */
export async function setFollow(accountId: string, problemId: string, isOn: boolean): Promise<string[]> {
  const own = await documents.read(accountId);
  const following = toggled(own.following, problemId, isOn, MOST);
  const left = [...own.following, problemId].filter((id) => !following.includes(id));
  const rows = [
    ...(isOn ? [{ kind: 'set', key: followKey(problemId, accountId), value: { schema: 1 } } as const] : []),
    ...[...new Set(left)].map((id) => ({ kind: 'delete', key: followKey(id, accountId) }) as const),
  ];
  await transact([...rows, ...documents.writes(accountId, { ...own, following })]);
  return following;
}

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
  const rows = await firstUnder(prefix, MOST_TOLD);
  return rows.map(({ key }) => key.slice(prefix.length));
}

/** A work item that is gone was not solved, as far as anybody can tell. */
async function isDone(issueKey: string, { issuesNow }: Pick<RequestPorts, 'issuesNow'>): Promise<boolean> {
  const [issue] = (await issuesNow([issueKey])).values();
  return issue?.status.category === 'done';
}

async function noteSolved(people: readonly string[], { id, name }: KnownProblem, now: number): Promise<void> {
  const noted = people.map(async (accountId) => {
    const own = await documents.read(accountId);
    const next = {
      ...own,
      following: own.following.filter((each) => each !== id),
      solved: [{ id, name, at: now }, ...own.solved.filter((each) => each.id !== id)].slice(0, MOST),
    };
    const gone = { kind: 'delete', key: followKey(id, accountId) } as const;
    return [gone, ...documents.writes(accountId, next)];
  });
  await transact((await Promise.all(noted)).flat());
}
