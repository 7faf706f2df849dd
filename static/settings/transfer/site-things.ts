/** What this site has of the things that definitions refer to. */
import type { Ref, SiteKind } from '../../../src/kernel/refs';
import { findGroups } from '../../shared/groups';
import { readUsers } from '../../shared/user-picker/users';
import { loadRoles } from '../directory/load-directory';
import type { FieldCatalog, FieldOption } from '../model/field-catalog';

export interface SiteThing {
  readonly id: string;
  readonly name: string;
}

/** By kind; a kind that Jira does not tell of is left out, and then nothing is said to be missing of it. */
export type KnownThings = ReadonlyMap<string, readonly SiteThing[]>;
export type SiteThings = (refs: readonly Ref[]) => Promise<KnownThings>;

const things = (options: readonly FieldOption[]): readonly SiteThing[] =>
  options.map(({ value, label }) => ({ id: value, name: label }));

/** Asks as the viewer, only of what is referred to. Spaces are told by their keys, which a copy of a site keeps. */
export const siteThings =
  (catalog: FieldCatalog): SiteThings =>
  async (refs) => {
    const idsOf = (kind: SiteKind) => refs.filter((ref) => ref.kind === kind).map(({ id }) => id);
    const spaces = catalog
      .valuesOf('project')
      .map(({ value }) => ({ id: value, name: catalog.projectKey(value) }));
    const [groups, people, roles] = await Promise.all([
      orNothing(idsOf('group'), namedGroups),
      orNothing(idsOf('person'), namedPeople),
      orNothing(idsOf('role'), async () => things(await loadRoles(spaces.map(({ id }) => id)))),
    ]);
    const kinds: readonly (readonly [SiteKind, readonly SiteThing[] | null])[] = [
      ['field', things(catalog.fields)],
      ['status', things(catalog.valuesOf('status'))],
      ['priority', things(catalog.valuesOf('priority'))],
      ['type', things(catalog.valuesOf('issuetype'))],
      ['space', spaces],
      ['group', groups],
      ['person', people],
      ['role', roles],
    ];
    return new Map(kinds.flatMap(([kind, known]) => (known === null ? [] : [[kind, known] as const])));
  };

/** Nobody is asked about nothing; a Jira that does not answer says nothing against anything. */
async function orNothing(
  ids: readonly string[],
  ask: (ids: readonly string[]) => Promise<readonly SiteThing[]>,
): Promise<readonly SiteThing[] | null> {
  if (ids.length === 0) return [];
  return ask(ids).catch(() => null);
}

/** Definitions may name a group by its id or by its name. */
async function namedGroups(ids: readonly string[]): Promise<readonly SiteThing[]> {
  const found = await findGroups(ids);
  return [
    ...found.map(({ groupId, name }) => ({ id: groupId, name })),
    ...found.map(({ name }) => ({ id: name, name })),
  ];
}

const namedPeople = async (ids: readonly string[]): Promise<readonly SiteThing[]> =>
  (await readUsers(ids)).map(({ accountId, displayName }) => ({ id: accountId, name: displayName }));
