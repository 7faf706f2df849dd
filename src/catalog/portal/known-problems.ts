import { notFound } from '../../kernel/errors';
import type { Text } from '../domain/model';
import { isConfidential } from '../domain/form/joining';
import { publishedItem } from '../visitor/find-item';
import { catalogShownTo } from './home';
import { readStructure } from '../records/store';
import type { Visitor } from '../visitor/visitor';

/** A known problem that somebody works on in a work item. */
export interface KnownProblem {
  readonly id: string;
  readonly name: Text;
  readonly issueKey: string;
  /** It is about an item whose requests are confidential: how many follow it is not told. */
  readonly isConfidential: boolean;
}

/** All of them, whether they are shown now or not: who follows one is told when it is solved. */
export async function knownProblems(): Promise<readonly KnownProblem[]> {
  const { announcements } = await readStructure();
  const problems = announcements.map(async ({ id, kind, name, issueKey, items }) => {
    if (kind !== 'knownIssue' || issueKey === undefined) return [];
    const about = await Promise.all(items.map(publishedItem));
    const closed = about.some((item) => item !== null && isConfidential(item.content));
    return [{ id, name, issueKey, isConfidential: closed }];
  });
  return (await Promise.all(problems)).flat();
}

/** @throws AppFailure NOT_FOUND where this person is not told of such a problem, or nobody works on it. */
export async function refuseUnknownProblem(id: string, visitor: Visitor): Promise<void> {
  const told = (await catalogShownTo(visitor))?.announcements ?? [];
  if (!told.some((each) => each.id === id && each.issueKey !== undefined))
    throw notFound('The known problem');
}
