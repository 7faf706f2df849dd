/**
 * An id that no other part of an item has, or ever had: what is kept under the id of a part that was deleted (answers in drafts
 * and requests, conditions, mappings) never turns up under another.
 */
export const newId = (kind: 'field' | 'column' | 'option' | 'rule' | 'stage'): string =>
  `${kind}-${crypto.randomUUID().slice(0, 8)}`;
