/** Catalogs, categories, services and offerings: one save for all, each member under a revision of its own. */
import type { Editor } from '../kernel/audit';
import { diffDocuments, difference } from '../kernel/diff';
import { conflict, notFound } from '../kernel/errors';
import { error, errorIn, type OwnedFinding, textParam } from '../kernel/finding';
import type { Group, Incoming } from '../kernel/group';
import { mergeMembers, sumOf } from '../kernel/merge-members';
import { exported, inPlaceOf, newErrors, refsOf, whoseOf } from '../kernel/section';
import { auditOf, invalidDefinition, parsedOrRefused } from '../work/sections';
import { checkCategories } from './domain/categories';
import type { CatalogStructure, Text, Tile } from './domain/model';
import { STRUCTURE_SECTIONS, type StructureMember, type StructureSection } from './domain/sections';
import { importedWrite } from './records/imported';
import { changeCatalog, readStructure } from './records/store';

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
  return changeCatalog(async ({ tiles, ...current }) => {
    const former = membersOf(current, section).find(({ id }) => id === value.id);
    if ((former?.rev ?? 0) !== rev) throw conflict(section.key === 'service' ? 'service' : 'catalog');
    const after = inPlaceOf(section, value, former);
    const others = membersOf(current, section).filter(({ id }) => id !== value.id);
    const structure = withMembers(current, section, [...others, after]);
    if (structure[section.list].length > (section.most ?? Infinity)) throw tooMany(section);
    refuseErrors(structure, current);
    if ('status' in after && after.status === 'retired')
      refuseUsed(section, itemsIn(await tiles(), section, after.id));
    const changes = diffDocuments(former && exported(section, former), exported(section, after));
    const audit = auditOf(section, former ? 'saved' : 'created', after, changes, editor);
    return { structure, writes: [audit], result: rev + 1 };
  });
}

/**
 * Takes away a member that nothing refers to: no other member, no published item, nothing outside the catalog (`agreements`: the names
 * of those about a service). @throws NOT_FOUND, CONFLICT; INVALID_DEFINITION naming all that does.
 */
export function deleteMember(
  section: StructureSection<Member>,
  { id, rev }: { readonly id: string; readonly rev: number },
  editor: Editor,
  agreements: readonly Text[],
): Promise<void> {
  return changeCatalog(async ({ tiles, ...current }) => {
    const former = membersOf(current, section).find((each) => each.id === id);
    if (former === undefined) throw notFound(`The ${section.key}`);
    if ((former.rev ?? 0) !== rev) throw conflict('catalog');
    refuseUsed(section, [
      ...membersWith(current, section, id),
      ...itemsIn(await tiles(), section, id),
      ...agreements,
    ]);
    const others = membersOf(current, section).filter((each) => each !== former);
    const changes = diffDocuments(exported(section, former), {});
    return {
      structure: withMembers(current, section, others),
      writes: [auditOf(section, 'deleted', former, changes, editor)],
      result: undefined,
    };
  });
}

/** Names of the members that refer to another. */
const membersWith = (
  current: CatalogStructure,
  { key }: Pick<StructureSection<Member>, 'key'>,
  id: string,
): readonly Text[] =>
  STRUCTURE_SECTIONS.flatMap((user) =>
    membersOf(current, user)
      .filter((member) => refsOf(user, member).some((ref) => ref.kind === key && ref.id === id))
      .map(({ name }) => name),
  );

/** Names of the published items in a category, or of a service. */
const itemsIn = (tiles: readonly Tile[], { key }: StructureSection<Member>, id: string): readonly Text[] =>
  tiles
    .filter(({ categoryIds, serviceId }) =>
      (key === 'category' ? categoryIds : key === 'service' ? [serviceId] : []).includes(id),
    )
    .map(({ name }) => name);

function refuseUsed({ key }: StructureSection<Member>, names: readonly Text[]): void {
  if (names.length === 0) return;
  throw invalidDefinition(names.map((name) => error(`${key}InUse`, '', { name: textParam(name) })));
}

/** The structure in files. */
export const structureGroup: Group = {
  sections: STRUCTURE_SECTIONS,
  async exported() {
    const structure = await readStructure();
    return Object.fromEntries(
      STRUCTURE_SECTIONS.map((section) => [
        section.key,
        membersOf(structure, section).map((member) => exported(section, member)),
      ]),
    );
  },
  async take(incoming, dryRun, editor) {
    const { changed, outcome } = mergeStructure(await readStructure(), incoming);
    if (dryRun || outcome.problems.length > 0 || changed.length === 0) return outcome;
    await changeCatalog(async ({ tiles: _tiles, ...current }) => {
      const { structure } = mergeStructure(current, incoming);
      const changes = changed.map(({ key, value }) =>
        difference(`${key}:${value.id}`, undefined, 'imported'),
      );
      return { structure, writes: [importedWrite(changes, editor)], result: undefined };
    });
    return outcome;
  },
};

/** What a file makes of the structure. */
export function mergeStructure(current: CatalogStructure, incoming: Incoming) {
  const merged = STRUCTURE_SECTIONS.map((section) => ({
    section,
    ...mergeMembers(section, membersOf(current, section), incoming[section.key] ?? []),
  }));
  const structure: CatalogStructure = merged.reduce(
    (next, { section, all }) => withMembers(next, section, all),
    current,
  );
  const wrong = newErrors(problemsOf(structure), problemsOf(current));
  const sum = sumOf(merged.map(({ outcome }) => outcome));
  return {
    structure,
    changed: merged.flatMap(({ section, changed }) => changed.map((value) => ({ key: section.key, value }))),
    outcome: {
      ...sum,
      problems: [...sum.problems, ...wrong],
    },
  };
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
const problemsOf = (structure: CatalogStructure): readonly OwnedFinding[] => {
  const { catalogs, categories, services, offerings } = structure;
  return [
    ...checkCategories(categories, new Set(catalogs.map(({ id }) => id))),
    ...offerings
      .filter(({ serviceId }) => services.every(({ id }) => id !== serviceId))
      .map(({ id, serviceId }) =>
        errorIn('unknownService', `offering:${id}`, 'serviceId', { service: serviceId }),
      ),
    ...STRUCTURE_SECTIONS.flatMap((section) =>
      membersOf(structure, section)
        .filter(({ name }) => name.en.trim() === '')
        .map((member) => errorIn('noName', whoseOf(section, member), 'name')),
    ),
  ];
};

const tooMany = ({ key, most }: StructureSection<Member>) =>
  invalidDefinition([error('TOO_MANY', key, { limit: most ?? 0 })]);

function refuseErrors(next: CatalogStructure, current: CatalogStructure): void {
  const errors = newErrors(problemsOf(next), problemsOf(current));
  if (errors.length > 0) throw invalidDefinition(errors);
}
