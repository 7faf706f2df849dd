/** Names of links, marks and votes in storage. */
import type { AccountId } from '../../catalog/domain/model';
import type { LinkKind } from './model';

export const issueTarget = (issueId: string): string => `issue:${issueId}`;

/** One reader saying that a page solved their case while they looked at an item: counted once. */
export const solvedTarget = (itemId: string, by: AccountId): string => `solved:${itemId}:${by}`;

/** One link between a page and a target: writing it again replaces it. */
export const linkKey = (pageId: string, target: string): string => `${pageId}:${target}`;

/** One vote per person and page version. */
export const voteKey = (pageId: string, version: number, by: AccountId): string =>
  `${pageId}:${String(version)}:${by}`;

const STRENGTH: Readonly<Record<LinkKind, number>> = { pinned: 0, linked: 1, shared: 2, resolved: 3 };

/** What a link says after being made twice: an article that solved the case stays so when it is also shared. */
export const strongerKind = (before: LinkKind, after: LinkKind): LinkKind =>
  STRENGTH[after] >= STRENGTH[before] ? after : before;
