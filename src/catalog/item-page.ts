import type { Draft } from '../requests/domain/model';
import type { SlaDefinitions } from '../sla/domain/model';
import type { ItemPage } from './contract';
import type { PublishedItem } from './domain/model';
import { findItem } from './find-item';
import { readPublished, readVersion } from './store';
import type { Visitor } from './visible-items';

export interface ItemPagePorts {
  /** What computing these metrics' promises needs, and nothing else. */
  readonly promiseDefinitions: (metricIds: readonly string[]) => Promise<SlaDefinitions>;
  readonly draft: () => Promise<Draft | null>;
  readonly namesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly confluence: boolean;
}

/**
 * An item as somebody about to order it sees it.
 * @throws AppFailure NOT_FOUND, also where the item is not for this person; ITEM_RETIRED.
 */
export async function itemPage(itemId: string, visitor: Visitor, ports: ItemPagePorts): Promise<ItemPage> {
  const item = await findItem(itemId, visitor);
  const approvers = item.content.approvals.flatMap((step) => step.approvers);
  const [catalog, definitions, draft, names] = await Promise.all([
    readPublished(),
    ports.promiseDefinitions(promisedMetrics(item)),
    ports.draft(),
    ports.namesOf(approvers),
  ]);
  const former =
    draft && draft.itemVersion !== item.version ? await readVersion(itemId, draft.itemVersion) : null;
  return {
    item,
    service: catalog.services.find((service) => service.id === item.content.serviceId) ?? null,
    draft,
    ...(former && { draftForm: former.content.form }),
    definitions,
    confluence: ports.confluence,
    approverNames: approvers.flatMap((id) => names.get(id) ?? []),
  };
}

const promisedMetrics = ({ content: { promise } }: PublishedItem): readonly string[] =>
  [promise.firstResponseMetricId, promise.deliveryMetricId].filter((id) => id !== undefined);
