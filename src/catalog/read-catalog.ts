import { readStoredDefinitions } from '../sla';
import type { ShownStructure } from './domain/call-answers';
import type { Text } from './domain/model';
import { readHead, structureOf, tilesOf } from './store';

const NOTHING = {
  catalogs: [],
  categories: [],
  offerings: [],
  agreements: [],
  inCategory: {},
  ofService: {},
};

/** What items are sorted into, all of it only for those who manage or audit the catalog: others work with its services. */
export async function readCatalog(all: boolean): Promise<ShownStructure> {
  const head = await readHead();
  const structure = await structureOf(head);
  if (!all) return { ...NOTHING, services: structure.services };
  const [tiles, agreements] = await Promise.all([tilesOf(head), readAgreements()]);
  return {
    ...structure,
    agreements,
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
