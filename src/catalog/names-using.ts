import type { LocalizedText } from '../kernel/text';
import { readHead, structureOf, tilesOf } from './store';

/** Names of what refers to a part of the SLA definitions: published items that show the promise of a metric, offerings of an agreement. */
export async function namesUsing(section: string, id: string): Promise<readonly LocalizedText[]> {
  const head = await readHead();
  const users =
    section === 'metric'
      ? (await tilesOf(head)).filter(({ metrics }) => metrics.includes(id))
      : section === 'agreement'
        ? (await structureOf(head)).offerings.filter(({ agreementId }) => agreementId === id)
        : [];
  return users.map(({ name }) => name);
}

/** What parts of the catalog are called as they are now, by those of these ids that are parts of it. */
export async function namesOfParts(
  ids: ReadonlySet<string>,
): Promise<Readonly<Record<string, LocalizedText>>> {
  if (ids.size === 0) return {};
  const head = await readHead();
  const [tiles, structure] = await Promise.all([tilesOf(head), structureOf(head)]);
  const { catalogs, categories, services, offerings, pins, announcements } = structure;
  const parts = [...tiles, ...catalogs, ...categories, ...services, ...offerings, ...pins, ...announcements];
  return Object.fromEntries(parts.filter(({ id }) => ids.has(id)).map(({ id, name }) => [id, name]));
}
