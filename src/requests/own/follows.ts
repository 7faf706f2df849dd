/** Known problems that people asked to be told of instead of asking again: who follows which, how many do, and what is solved. */
import type { KnownProblem } from '../../catalog';
import { orLogged } from '../../work/or-logged';
import { followsOf, noteEnded } from './own-follows';
import type { RequestPorts } from '../ports';

/** Of one person; with one more the oldest is followed no more. */
const MOST = 30;
const follows = followsOf('following', 'follow:', MOST);

/** Follows a problem or no longer. Answers all that they follow. */
export const setFollow = (accountId: string, problemId: string, isOn: boolean): Promise<string[]> =>
  follows.set(accountId, problemId, isOn);

interface SolvedPorts extends Pick<RequestPorts, 'issuesNow'> {
  readonly knownProblems: () => Promise<readonly KnownProblem[]>;
  /** Who asked for the work item in the catalog, and who joined them; nobody where it came from elsewhere. */
  readonly askersOf: (issueId: string) => Promise<readonly string[]>;
  /** By mail, as far as it reaches them. */
  readonly mail: (people: readonly string[], problem: KnownProblem) => Promise<void>;
}

/** How many each problem that is not solved yet was reported or is followed by, by its id. */
type Reported = Readonly<Record<string, number>>;

/**
 * Tells those who follow a problem whose work item is done: once each, on their home for certain, and by mail; at most a hundred of
 * each problem, the next sweep goes on. Answers how many have the others: of confidential items none is counted.
 */
export async function tellSolved(now: number, ports: SolvedPorts): Promise<Reported> {
  const problems = await ports.knownProblems();
  const issueOf = await issuesOf(problems, ports);
  const reported: Record<string, number> = {};
  for (const problem of problems) {
    // The next sweep tries again.
    const count = await orLogged('follows.tell', () => afterLook(problem), null);
    if (count !== null) reported[problem.id] = count;
  }
  return reported;

  /** Tells what is solved; of what is not, how many have it. */
  async function afterLook(problem: KnownProblem): Promise<number | null> {
    const issue = await issueOf(problem.issueKey);
    if (issue?.status.category === 'done') {
      const people = await follows.peopleInTurns(problem.id, now);
      await noteEnded(people, problem, now, { follows }, (some) => ports.mail(some, problem));
      return null;
    }
    if (problem.isConfidential) return null;
    const people = await follows.peopleOf(problem.id);
    const askers = issue === undefined ? [] : await ports.askersOf(issue.id);
    return new Set([...people, ...askers]).size;
  }
}

/** A work item that is gone was not solved, as far as anybody can tell. One that was moved is found by its old key, and has another. */
async function issuesOf(problems: readonly KnownProblem[], { issuesNow }: Pick<SolvedPorts, 'issuesNow'>) {
  const issues = [...(await issuesNow(problems.map(({ issueKey }) => issueKey))).values()];
  return async (issueKey: string) =>
    issues.find(({ key }) => key === issueKey) ?? [...(await issuesNow([issueKey])).values()][0];
}
