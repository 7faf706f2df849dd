import type { Draft } from '../requests/domain/model';
import type { SlaDefinitions } from '../sla/domain/model';
import { notFound } from '../shared/domain/errors';
import type { ItemPage } from './contract';
import type { PublishedItem } from './domain/model';
import { findItem } from './find-item';
import { readPublished, readVersion } from './store';
import type { Visitor } from './visible-items';

export interface ItemPagePorts {
  /** What computing these metrics' promises needs, and nothing else. */
  readonly promiseDefinitions: (metricIds: readonly string[]) => Promise<SlaDefinitions>;
  readonly draft: (itemId: string) => Promise<Draft | null>;
  readonly hasRequestOf: (itemId: string, version: number) => Promise<boolean>;
  readonly namesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly confluence: boolean;
}

/**
 * An item as somebody about to order it sees it. An old version is shown only to those who have a request of it.
 * @throws AppFailure NOT_FOUND, also where the item is not for this person; ITEM_RETIRED.
 */
export async function itemPage(
  wanted: { readonly itemId: string; readonly version?: number },
  visitor: Visitor,
  ports: ItemPagePorts,
): Promise<ItemPage> {
  const item = await pageItem(wanted.itemId, wanted.version, visitor, ports);
  const approvers = item.content.approval?.approvers ?? [];
  const [catalog, definitions, draft, names] = await Promise.all([
    readPublished(),
    ports.promiseDefinitions(promisedMetrics(item)),
    ports.draft(item.id),
    ports.namesOf(approvers),
  ]);
  return {
    item,
    service: catalog.services.find((service) => service.id === item.content.serviceId) ?? null,
    draft,
    definitions,
    confluence: ports.confluence,
    approverNames: approvers.flatMap((id) => names.get(id) ?? []),
  };
}

async function pageItem(
  id: string,
  version: number | undefined,
  visitor: Visitor,
  ports: ItemPagePorts,
): Promise<PublishedItem> {
  if (version === undefined) return findItem(id, visitor);
  const current = (await readPublished()).items.find((item) => item.id === id);
  if (current?.version === version) return findItem(id, visitor);
  const old = (await ports.hasRequestOf(id, version)) ? await readVersion(id, version) : null;
  if (!old) throw notFound('This item');
  return old;
}

const promisedMetrics = ({ content: { promise } }: PublishedItem): readonly string[] =>
  [promise.firstResponseMetricId, promise.deliveryMetricId].filter((id) => id !== undefined);
