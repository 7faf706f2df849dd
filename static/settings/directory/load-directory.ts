import * as v from 'valibot';
import { named } from '../../kit/controls';
import { askJira } from '../../shared/product';
import type { FieldOption } from '../model/field-catalog';

/** Names of Jira's things that only some editors need. */
export interface Directory {
  readonly roles: readonly FieldOption[];
  /** Link types by name: how a new link is made. */
  readonly linkTypes: readonly FieldOption[];
  /** Both directions in words, `blocks` and `is blocked by`: how Jira's history names a link. */
  readonly linkWords: readonly FieldOption[];
  readonly userFields: readonly FieldOption[];
  readonly dateFields: readonly FieldOption[];
  readonly numberFields: readonly FieldOption[];
}

const LinkTypes = v.object({
  issueLinkTypes: v.array(v.object({ name: v.string(), inward: v.string(), outward: v.string() })),
});
const Fields = v.array(
  v.object({
    id: v.string(),
    name: v.string(),
    schema: v.optional(v.object({ type: v.string(), items: v.optional(v.string()) })),
  }),
);
const Roles = v.record(v.string(), v.string());
const IssueTypes = v.object({ issueTypes: v.array(v.object({ id: v.string(), name: v.string() })) });

type Field = v.InferOutput<typeof Fields>[number];

/** Roles are the same in all classic spaces, but Jira lists them per space: a few spaces name them all. */
const SPACES_ASKED = 3;

/** Reads them as the viewer. Roles of a space the viewer may not see are left out. */
export async function loadDirectory(projectIds: readonly string[]): Promise<Directory> {
  const [links, fields, ...roles] = await Promise.all([
    askJira('/rest/api/3/issueLinkType', LinkTypes),
    askJira('/rest/api/3/field', Fields),
    ...projectIds.slice(0, SPACES_ASKED).map((id) => rolesOfSpace(id).catch(() => ({}))),
  ]);
  const words = links.issueLinkTypes.flatMap(({ inward, outward }) => [outward, inward]);
  const withType = (fits: (field: Field) => boolean) => named(fields.filter(fits));
  return {
    roles: rolesOf(roles),
    linkTypes: links.issueLinkTypes.map(({ name }) => ({ value: name, label: name })),
    linkWords: [...new Set(words)].map((word) => ({ value: word, label: word })),
    userFields: withType(({ schema }) => schema?.type === 'user' || schema?.items === 'user'),
    dateFields: withType(({ schema }) => schema?.type === 'date' || schema?.type === 'datetime'),
    numberFields: withType(({ schema }) => schema?.type === 'number'),
  };
}

const rolesOfSpace = (projectId: string) =>
  askJira(`/rest/api/3/project/${encodeURIComponent(projectId)}/role`, Roles);

/** The roles of classic spaces. Throws `ProductFailed` where Jira does not tell the viewer: these are not none. */
export const loadRoles = async (projectIds: readonly string[]): Promise<readonly FieldOption[]> =>
  rolesOf(await Promise.all(projectIds.slice(0, SPACES_ASKED).map(rolesOfSpace)));

/** Jira answers each role's address by its name; the last part of the address is its id. */
function rolesOf(answers: readonly Readonly<Record<string, string>>[]): readonly FieldOption[] {
  const names = new Map<string, string>();
  for (const answer of answers)
    for (const [name, address] of Object.entries(answer)) {
      const id = /(\d+)$/.exec(address)?.[1];
      if (id !== undefined) names.set(id, name);
    }
  return [...names].map(([value, label]) => ({ value, label }));
}

/** The work types of a space that the viewer may create. */
export async function loadIssueTypes(projectId: string): Promise<readonly FieldOption[]> {
  const { issueTypes } = await askJira(
    `/rest/api/3/issue/createmeta/${encodeURIComponent(projectId)}/issuetypes?maxResults=200`,
    IssueTypes,
  );
  return named(issueTypes);
}
