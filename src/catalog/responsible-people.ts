/** Whom the catalog holds responsible for something. */
import type { Ref } from '../kernel/refs';
import { refsOf } from '../kernel/section';
import { items, STRUCTURE_SECTIONS } from './domain/sections';
import { everyItem } from './records/item-store';
import { readStructure } from './records/store';

/** Accounts that manage, own or approve something that is not retired, each once. Not those whom something is for. */
export async function responsiblePeople(): Promise<readonly string[]> {
  const structure = await readStructure();
  const refs: Ref[] = STRUCTURE_SECTIONS.flatMap((section) =>
    structure[section.list].flatMap((member) => refsOf(section, member)),
  );
  for await (const item of everyItem()) if (item.state !== 'retired') refs.push(...refsOf(items, item));
  const people = refs.filter(
    ({ kind, id, at }) => kind === 'person' && id !== '' && !/^(entitlement|price)\./.test(at),
  );
  return [...new Set(people.map(({ id }) => id))];
}
