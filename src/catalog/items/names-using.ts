import type { LocalizedText } from '../../kernel/text';
import { type CatalogHead, readHead, structureOf, tilesOf, withCriteria } from '../records/store';

/** Names of what refers to a part of the SLA definitions: published items that show the promise of a metric, offerings of an agreement, what is offered in the hours of a calendar. */
export async function namesUsing(section: string, id: string): Promise<readonly LocalizedText[]> {
  const head = await readHead();
  const users = await usersOf(section, id, head);
  return users.map(({ name }) => name);
}

async function usersOf(
  section: string,
  id: string,
  head: CatalogHead,
): Promise<readonly { readonly name: LocalizedText }[]> {
  switch (section) {
    case 'metric':
      return (await tilesOf(head)).filter(({ metrics }) => metrics.includes(id));
    case 'agreement':
      return (await structureOf(head)).offerings.filter(({ agreementId }) => agreementId === id);
    case 'calendar': {
      if (!head.asked.some((each) => each.kind === 'hours' && each.calendarId === id)) return [];
      const [tiles, structure] = await Promise.all([tilesOf(head), structureOf(head)]);
      return [...tiles, ...withCriteria(structure)].filter(({ entitlement }) => entitlement?.hours === id);
    }
    default:
      return [];
  }
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
