import { badRequest } from '../../kernel/errors';
import type { ItemPageOfList, ItemRow } from '../domain/call-answers';
import type { CatalogStructure, ItemHead } from '../domain/model';
import { mayEditItem } from '../domain/audience/rights';
import type { CatalogStanding } from './editing';
import { BY_STATE, heads } from '../records/item-store';
import { readOrders } from '../portal/popular';
import { surroundings } from './publish-item';

/** Heads read at most by one call. */
const PAGE = 100;

interface Source {
  readonly index: string;
  readonly partition: readonly string[];
}

/**
 * A page of the items that somebody may edit, or of all where they read all; with how many errors stop each from being published
 * and how often it was ordered. Those who own some are answered from indexes: nobody reads the catalog to find their own.
 * @throws AppFailure BAD_REQUEST for a cursor that no page answered
 */
export async function listItems(standing: CatalogStanding, cursor = '0:'): Promise<ItemPageOfList> {
  const { who, reads, structure } = standing;
  const [found, orders] = await Promise.all([pageOf(sourcesFor(standing), cursor), readOrders()]);
  const problemsOf = problemsIn(structure);
  const rows = found.heads.flatMap((head): readonly ItemRow[] => {
    const mayEdit = mayEditItem(who, head, structure);
    if (!reads && !mayEdit) return [];
    const { id, name, state, version, dirty, serviceId, categoryIds, owner, updatedAt } = head;
    const face = { id, name, state, version, dirty, serviceId, categoryIds, owner, updatedAt };
    return [{ ...face, problems: problemsOf(head), orders: orders.get(id) ?? 0, mayEdit }];
  });
  return { items: rows, ...(found.next !== undefined && { next: found.next }) };
}

/** Where the items of somebody are found: one after the other. */
const sourcesFor = ({ who, reads, managed, ownServices }: CatalogStanding): readonly Source[] =>
  reads || managed.size > 0
    ? BY_STATE
    : [
        { index: 'by-owner', partition: [who.accountId] },
        ...ownServices.map((id) => ({ index: 'by-service', partition: [id] })),
      ];

/** A page of the heads in some parts of the index. @throws AppFailure BAD_REQUEST for a cursor that no page answered */
export async function pageOf(sources: readonly Source[], cursor: string) {
  const [, nth = '', within = ''] = /^(\d{1,4}):(.*)$/s.exec(cursor) ?? [];
  let at = Number.parseInt(nth, 10);
  if (!(at < sources.length)) throw badRequest('There is no such page.');
  let rest = within;
  const found: ItemHead[] = [];
  for (let source = sources[at]; source !== undefined; source = sources[at]) {
    const limit = PAGE - found.length;
    if (limit === 0) return { heads: found, next: `${at}:${rest}` };
    const page = await heads.query({ ...source, limit, ...(rest !== '' && { cursor: rest }) });
    found.push(...page.docs);
    if (page.cursor === undefined) at += 1;
    rest = page.cursor ?? '';
  }
  return { heads: found, next: undefined };
}

/** An item's own errors, and what it refers to that is not there. */
function problemsIn(structure: CatalogStructure): (head: ItemHead) => number {
  const { categoryIds, serviceIds, retiredIds } = surroundings(structure);
  return (head) =>
    head.errors +
    head.categoryIds.filter((id) => !categoryIds.has(id)).length +
    (serviceIds.has(head.serviceId) && !retiredIds.has(head.serviceId) ? 0 : 1);
}
