/** Links as facts. */
import type { Fact } from '../model';
import type { ChangelogEntry, ChangelogItem } from './schema';

/**
 * A link made or removed; Jira names it only in words: `This issue blocks KEY-1`. `nth` tells several links of
 * one entry apart.
 */
export const linkFact = (entry: Omit<ChangelogEntry, 'items'>, item: ChangelogItem, nth = 0): Fact => {
  const linked = item.to !== null;
  const other = (linked ? item.to : item.from) ?? '';
  const words = (linked ? item.toText : item.fromText) ?? '';
  const linkType = words
    .replace(/^this (issue|work item) /i, '')
    .replace(other, '')
    .trim();
  return {
    kind: 'link',
    at: entry.created,
    id: nth === 0 ? entry.id : `${entry.id}.${nth}`,
    by: entry.author?.accountId ?? null,
    linked,
    linkType,
  };
};

/** Whether an item tells of an issue link. */
export const isLinkItem = (item: ChangelogItem): boolean =>
  (item.fieldId ?? item.field).toLowerCase() === 'link';
