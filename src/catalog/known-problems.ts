import { notFound } from '../kernel/errors';
import type { Text } from './domain/model';
import { catalogShownTo } from './home';
import { readStructure } from './store';
import type { Visitor } from './visible-items';

/** A known problem that somebody works on in a work item. */
export interface KnownProblem {
  readonly id: string;
  readonly name: Text;
  readonly issueKey: string;
}

/** All of them, whether they are shown now or not: who follows one is told when it is solved. */
export const knownProblems = async (): Promise<readonly KnownProblem[]> =>
  (await readStructure()).announcements.flatMap(({ id, kind, name, issueKey }) =>
    kind === 'knownIssue' && issueKey !== undefined ? [{ id, name, issueKey }] : [],
  );

/** @throws AppFailure NOT_FOUND where this person is not told of such a problem, or nobody works on it. */
export async function refuseUnknownProblem(id: string, visitor: Visitor): Promise<void> {
  const told = (await catalogShownTo(visitor))?.announcements ?? [];
  if (!told.some((each) => each.id === id && each.issueKey !== undefined))
    throw notFound('The known problem');
}
