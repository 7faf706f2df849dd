/** Where the catalog lives: items and services as rows, what is published as one compiled document. */
import { advanceSingleton, singletonRev } from '../platform/storage/documents';
import { blobWrites, dropChunks, readBlob, readHead } from '../platform/storage/blobs';
import { entityStore } from '../platform/storage/entities';
import { transact, type Write } from '../platform/storage/transact';
import { conflict } from '../kernel/errors';
import type { Item, PublishedCatalog, PublishedItem, Service } from './domain/model';
import { type CatalogParts, compileCatalog, EMPTY_CATALOG } from './domain/publish';
import { itemSchema, publishedCatalogSchema, publishedItemSchema, serviceSchema } from './domain/schema';

const PUBLISHED_KEY = 'catalog:published';
const SINGLETON = 'catalog';
const MAX_ATTEMPTS = 5;
export const MAX_ITEMS = 1_000;

export const items = entityStore<Item>({
  name: 'catalog-item',
  schema: itemSchema,
  attributes: (item) => ({
    id: item.id,
    rev: item.rev,
    state: item.state,
    serviceId: item.content.serviceId,
    updatedAt: item.updatedAt,
  }),
});

export const services = entityStore<Service>({
  name: 'service',
  schema: serviceSchema,
  attributes: (service) => ({ id: service.id, rev: service.rev, status: service.status }),
});

/** Everything published, in one read while it is small. An empty catalog has version 0. */
export async function readPublished(): Promise<PublishedCatalog> {
  return (await readBlob(PUBLISHED_KEY, publishedCatalogSchema)) ?? EMPTY_CATALOG;
}

/** A version of an item as it was published; it never changes. */
export const readVersion = (id: string, version: number): Promise<PublishedItem | null> =>
  readBlob(versionKey(id, version), publishedItemSchema);

export const versionWrites = (item: PublishedItem): readonly Write[] =>
  blobWrites(versionKey(item.id, item.version), item, 'v');

/** What a change makes of the catalog, and what must be written with it or not at all. */
export interface CatalogChange<T> {
  readonly parts: CatalogParts;
  readonly writes: readonly Write[];
  readonly result: T;
}

/**
 * Recompiles what is published. `change` is asked again with the newest state when somebody else published in between,
 * so two people publishing two items at once both succeed.
 * @throws AppFailure CONFLICT when that goes on, and whatever `change` throws.
 */
export async function changeCatalog<T>(
  change: (current: PublishedCatalog) => Promise<CatalogChange<T>>,
): Promise<T> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const rev = await singletonRev(SINGLETON);
    const [head, current] = [await readHead(PUBLISHED_KEY), await readPublished()];
    const { parts, writes, result } = await change(current);
    const outcome = await transact([
      advanceSingleton(SINGLETON, rev),
      ...blobWrites(PUBLISHED_KEY, compileCatalog(parts, rev + 1), `v${rev + 1}`),
      ...writes,
    ]);
    if (outcome === 'done') {
      await dropChunks(PUBLISHED_KEY, head);
      return result;
    }
  }
  throw conflict('The catalog');
}

const versionKey = (id: string, version: number): string => `item:${id}:v:${version}`;
