import type { Draft } from '../requests/domain/model';
import type { CalendarSource, SlaDefinitions } from '../sla/domain/model';
import { notFound } from '../shared/domain/errors';
import type { ItemPage } from './contract';
import type { PublishedItem } from './domain/model';
import { findItem } from './find-item';
import { readPublished, readVersion } from './store';
import type { Visitor } from './visible-items';

export interface ItemPagePorts {
  readonly definitions: () => Promise<SlaDefinitions>;
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
    ports.definitions(),
    ports.draft(item.id),
    ports.namesOf(approvers),
  ]);
  return {
    item,
    service: catalog.services.find((service) => service.id === item.content.serviceId) ?? null,
    draft,
    definitions: forPromise(definitions, item),
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

/** Only the metrics an item promises, and the calendars and holidays those need. */
export function forPromise(definitions: SlaDefinitions, item: PublishedItem): SlaDefinitions {
  const { firstResponseMetricId, deliveryMetricId } = item.content.promise;
  const metrics = definitions.metrics.filter(
    ({ id }) => id === firstResponseMetricId || id === deliveryMetricId,
  );
  const calendarIds = new Set(
    metrics.flatMap((metric) => metric.goals.flatMap((goal) => calendarsOf(goal.calendar))),
  );
  const calendars = definitions.calendars.filter((calendar) => calendarIds.has(calendar.id));
  const setIds = new Set(calendars.flatMap((calendar) => calendar.holidaySetIds));
  return {
    ...definitions,
    metrics: metrics.map((metric) => ({ ...metric, escalations: [] })),
    calendars,
    holidaySets: definitions.holidaySets.filter((set) => setIds.has(set.id)),
    agreements: [],
  };
}

function calendarsOf(source: CalendarSource): readonly string[] {
  const ids = source.kind === 'fixed' ? [source.calendarId] : [...Object.values(source.map), source.fallback];
  return ids.filter((id) => id !== null);
}
