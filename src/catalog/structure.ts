/** Catalogs, categories and services: one save for all three, each member under a revision of its own. */
import type { Editor } from '../kernel/audit';
import { diffDocuments } from '../kernel/diff';
import { conflict, notFound } from '../kernel/errors';
import { error, textParam } from '../kernel/finding';
import { exported, inPlaceOf, newErrors } from '../kernel/section';
import type { Write } from '../platform/storage/transact';
import { auditOf, invalidDefinition, parsedOrRefused } from '../work/sections';
import { checkCategories } from './domain/categories';
import type { CatalogStructure, Service } from './domain/model';
import { categories, type StructureMember, type StructureSection } from './domain/sections';
import { changeCatalog, services } from './store';

type Member = StructureMember;

/**
 * Creates (rev 0) or changes a member; item pages show the new text at once. Answers its next revision.
 * @throws AppFailure CONFLICT when it was changed since it was read, INVALID_DEFINITION.
 */
export function saveMember(
  section: StructureSection<Member>,
  input: object,
  rev: number,
  editor: Editor,
): Promise<number> {
  const value = parsedOrRefused(section, input);
  return changeCatalog(async ({ tiles: _tiles, ...current }) => {
    const former = membersOf(current, section).find(({ id }) => id === value.id);
    if ((former?.rev ?? 0) !== rev) throw conflict(section.key === 'service' ? 'service' : 'catalog');
    const after = inPlaceOf(section, value, former);
    const others = membersOf(current, section).filter(({ id }) => id !== value.id);
    const structure = withMembers(current, section, [...others, after]);
    refuseErrors(structure, current);
    const changes = diffDocuments(former && exported(section, former), exported(section, after));
    const audit = auditOf(section, former ? 'saved' : 'created', after, changes, editor);
    return { structure, writes: [...rowWrites(after), audit], result: rev + 1 };
  });
}

/**
 * Takes a category away. @throws NOT_FOUND, CONFLICT; INVALID_DEFINITION naming the published items in it, or what else would be
 * wrong without it.
 */
export function deleteCategory(id: string, rev: number, editor: Editor): Promise<void> {
  return changeCatalog(async ({ tiles, ...current }) => {
    const former = current.categories.find((category) => category.id === id);
    if (former === undefined) throw notFound('The category');
    if ((former.rev ?? 0) !== rev) throw conflict('catalog');
    const inIt = (await tiles()).filter((item) => item.categoryIds.includes(id));
    if (inIt.length > 0)
      throw invalidDefinition(
        inIt.map((item) => error('categoryInUse', `item.${item.id}`, { item: textParam(item.name) })),
      );
    const structure = { ...current, categories: current.categories.filter((each) => each !== former) };
    refuseErrors(structure, current);
    const changes = diffDocuments(exported(categories, former), {});
    return {
      structure,
      writes: [auditOf(categories, 'deleted', former, changes, editor)],
      result: undefined,
    };
  });
}

const membersOf = (structure: CatalogStructure, { list }: StructureSection<Member>): readonly Member[] =>
  structure[list];

/** The structure with other members in one of its lists, by their ids. */
const withMembers = (
  structure: CatalogStructure,
  { list }: StructureSection<Member>,
  members: readonly Member[],
): CatalogStructure => ({
  ...structure,
  [list]: members.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});

/** Everything wrong with a structure. */
const problemsOf = ({ catalogs, categories }: CatalogStructure) =>
  checkCategories(categories, new Set(catalogs.map(({ id }) => id)));

function refuseErrors(next: CatalogStructure, current: CatalogStructure): void {
  const errors = newErrors(problemsOf(next), problemsOf(current));
  if (errors.length > 0) throw invalidDefinition(errors);
}

/** A service has a row of its own beside its place in the structure. */
export const rowWrites = (member: Member): readonly Write[] =>
  isService(member) ? [services.write(member.id, member, { rev: member.rev - 1 })] : [];

const isService = (member: Member): member is Service => 'department' in member;
