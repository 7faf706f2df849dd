import { readStoredDefinitions } from '../../sla';
import type { ShownStructure } from '../domain/call-answers';
import type { Text } from '../domain/model';
import type { CatalogStanding } from '../items/editing';
import { NO_STRUCTURE, readStructure, tilesOf } from '../records/store';

/** Services alone, for those who work with them and with nothing else of the catalog. */
export async function servicesAlone(): Promise<ShownStructure> {
  const { services } = await readStructure();
  return {
    ...NO_STRUCTURE,
    services,
    agreements: [],
    managed: [],
    inCategory: {},
    ofService: {},
  };
}

/**
 * What items are sorted into, as somebody stands to it. Who edits a part of it sees the names of the rest: criteria, managers,
 * offerings, pins and announcements are for those who manage or audit the catalog.
 */
export async function readCatalog(standing: CatalogStanding): Promise<ShownStructure> {
  const { reads, managed, head, structure } = standing;
  const [tiles, agreements] = await Promise.all([tilesOf(head), reads ? readAgreements() : []]);
  return {
    ...structure,
    ...(!reads && {
      catalogs: structure.catalogs.map((each) => (managed.has(each.id) ? each : { ...each, managers: [] })),
      categories: structure.categories.map(({ entitlement, ...category }) =>
        entitlement !== undefined && managed.has(category.catalogId)
          ? { ...category, entitlement }
          : category,
      ),
      offerings: [],
      pins: [],
      announcements: [],
    }),
    agreements,
    managed: [...managed],
    inCategory: counted(tiles.flatMap(({ categoryIds }) => categoryIds)),
    ofService: counted(tiles.map(({ serviceId }) => serviceId)),
  };
}

function counted(ids: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return Object.fromEntries(counts);
}

const readAgreements = async (): Promise<ShownStructure['agreements']> =>
  (await readStoredDefinitions()).definitions.agreements.map(({ id, name, serviceId }) => ({
    id,
    name,
    ...(serviceId && { serviceId }),
  }));

/** Names of the agreements about a service. */
export const agreementsAbout = async (service: string): Promise<readonly Text[]> =>
  (await readAgreements()).flatMap(({ name, serviceId }) => (serviceId === service ? [{ en: name }] : []));
