/** What the live board shows of work items, always read as the person who looks. */
import * as v from 'valibot';
import { REQUEST_PROPERTY } from '../../../kernel/names';
import { keyOfIssue } from '../../../sla/engine/forecast/key-of-issue';
import { readManyAsUser } from './read-many';
import { searchAsUser } from '../search/search';

const issueSchema = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.looseObject({
    summary: v.nullish(v.string(), ''),
    project: v.object({ id: v.string(), name: v.string() }),
    assignee: v.nullish(v.object({ accountId: v.string(), displayName: v.nullish(v.string()) })),
  }),
  properties: v.optional(v.record(v.string(), v.unknown())),
});
/** A team or group by its name, an option by its value; whoever may not see the team gets no name. Of several the first. */
const words = v.pipe(v.string(), v.minLength(1));
const oneTeam = v.union([
  v.pipe(
    v.object({ name: words }),
    v.transform(({ name }) => name),
  ),
  v.pipe(
    v.object({ value: words }),
    v.transform(({ value }) => value),
  ),
  words,
]);
const teamSchema = v.union([
  v.pipe(
    v.looseTuple([oneTeam]),
    v.transform(([team]) => team),
  ),
  oneTeam,
]);

export interface BoardIssue {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly space: { readonly id: string; readonly name: string };
  readonly team: string | null;
  readonly assignee: { readonly accountId: string; readonly name: string } | null;
  /** What it is alike to, for forecasts: its catalog item or work type. */
  readonly similarityKey: string;
}

/** Those of the issues that the calling user may browse, a request for each hundred. `teamField`: the id of the site's Team field. */
export async function readBoardIssues(
  issueIds: readonly string[],
  teamField?: string,
): Promise<readonly BoardIssue[]> {
  const issues = await readManyAsUser(
    { ids: issueIds, fields: fieldsWith(teamField), properties: [REQUEST_PROPERTY] },
    issueSchema,
  );
  return issues.map((issue) => boardIssueOf(issue, teamField));
}

export interface PausedSearch {
  /** Only work items of this project. */
  readonly projectId?: string | undefined;
  readonly teamField?: string | undefined;
  /** At most 100. */
  readonly limit: number;
}

/**
 * Issues whose display copy says that a clock is paused, among those the calling user may browse, longest untouched
 * first. The copy can be behind or forged: look at the record before believing it.
 */
export async function findPausedIssues({
  projectId,
  teamField,
  limit,
}: PausedSearch): Promise<{ readonly issues: readonly BoardIssue[]; readonly more: boolean }> {
  const within = projectId === undefined ? '' : `project = ${projectId} AND `;
  const { issues, nextPageToken } = await searchAsUser(
    {
      jql: `${within}pledgePaused = "yes" ORDER BY updated ASC`,
      fields: fieldsWith(teamField),
      properties: [REQUEST_PROPERTY],
      limit,
    },
    issueSchema,
  );
  return { issues: issues.map((issue) => boardIssueOf(issue, teamField)), more: nextPageToken !== undefined };
}

const fieldsWith = (teamField: string | undefined): readonly string[] => [
  'summary',
  'project',
  'assignee',
  'issuetype',
  ...(teamField === undefined ? [] : [teamField]),
];

const boardIssueOf = (
  { id, key, fields, properties }: v.InferOutput<typeof issueSchema>,
  teamField: string | undefined,
): BoardIssue => {
  const { assignee, project } = fields;
  const team = teamField === undefined ? undefined : v.safeParse(teamSchema, fields[teamField]);
  return {
    id,
    key,
    summary: fields.summary ?? '',
    space: { id: project.id, name: project.name },
    team: team?.success ? team.output : null,
    assignee: assignee
      ? { accountId: assignee.accountId, name: assignee.displayName ?? assignee.accountId }
      : null,
    similarityKey: keyOfIssue({ fields, properties }),
  };
};
