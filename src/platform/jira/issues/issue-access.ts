import api, { route } from '@forge/api';
import * as v from 'valibot';
import { forbidden, JiraRefused, notFound } from '../../../kernel/errors';
import { PROJECT_PERMISSIONS } from '../../../kernel/names';
import { moduleAri } from '../../module-ari';
import { log } from '../../log';
import { findJira, jsonBody, readJira } from '../client';
import { MAX_BULK, readManyAsUser } from './read-many';

const userSchema = v.nullish(v.object({ accountId: v.string() }));
const issueSchema = v.pipe(
  v.object({
    id: v.string(),
    key: v.string(),
    fields: v.object({ summary: v.nullish(v.string()), reporter: userSchema }),
  }),
  v.transform(({ id, key, fields: { summary, reporter } }) => ({
    id,
    key,
    summary: summary ?? '',
    reporter: reporter?.accountId ?? null,
  })),
);
export type BrowsableIssue = Readonly<v.InferOutput<typeof issueSchema>>;

/** An issue the calling user may browse; `null` when there is none. */
export const browseIssue = (issueId: string): Promise<BrowsableIssue | null> =>
  findJira(
    api.asUser().requestJira(route`/rest/api/3/issue/${issueId}?fields=summary,reporter`),
    issueSchema,
  );

/** @throws AppFailure NOT_FOUND when the calling user may not browse the issue, or there is none. */
export async function browsable(issueId: string): Promise<BrowsableIssue> {
  const issue = await browseIssue(issueId);
  if (issue === null) throw notFound('The work item');
  return issue;
}

const permissionsSchema = v.object({
  permissions: v.record(v.string(), v.object({ havePermission: v.boolean() })),
});

/** Whether the calling user may edit the issue. */
export async function mayEditIssue(issueId: string): Promise<boolean> {
  const answer = await findJira(
    api.asUser().requestJira(route`/rest/api/3/mypermissions?issueId=${issueId}&permissions=EDIT_ISSUES`),
    permissionsSchema,
  );
  return answer?.permissions['EDIT_ISSUES']?.havePermission ?? false;
}

/** Whether the calling user may create work items in a space; not where there is none, or none they may see. */
export async function mayCreateIn(projectId: string): Promise<boolean> {
  const answer = await findJira(
    api
      .asUser()
      .requestJira(route`/rest/api/3/mypermissions?projectId=${projectId}&permissions=CREATE_ISSUES`),
    permissionsSchema,
  );
  return answer?.permissions['CREATE_ISSUES']?.havePermission ?? false;
}

/** Whether the calling user may be assigned work items in some space: who works on requests can be. */
export async function mayBeAssigned(): Promise<boolean> {
  const answer = await readJira(
    api.asUser().requestJira(route`/rest/api/3/mypermissions?permissions=ASSIGNABLE_USER`),
    permissionsSchema,
  );
  return answer.permissions['ASSIGNABLE_USER']?.havePermission ?? false;
}

/** @throws AppFailure FORBIDDEN when the calling user may not edit the issue. */
export async function editable(issueId: string): Promise<void> {
  if (!(await mayEditIssue(issueId))) throw forbidden('edit');
}

export interface IssueRights {
  readonly edit: boolean;
  /** The app's own project permissions. */
  readonly pause: boolean;
  readonly extend: boolean;
}

/**
 * What the calling user may do on the issue, by Jira's permissions and the app's own. Jira refuses the whole question
 * while it does not know the app's: just after an installation nobody has them.
 */
export async function rightsOnIssue(issueId: string): Promise<IssueRights> {
  const [pause, extend] = [moduleAri(PROJECT_PERMISSIONS.pause), moduleAri(PROJECT_PERMISSIONS.extend)];
  try {
    const granted = await grantedOnIssue(issueId, ['EDIT_ISSUES', pause, extend]);
    return { edit: granted.has('EDIT_ISSUES'), pause: granted.has(pause), extend: granted.has(extend) };
  } catch (error) {
    if (!(error instanceof JiraRefused && error.status === 400)) throw error;
    log.warn('identity.permissionsUnknown', { message: error.message });
    return { edit: await mayEditIssue(issueId), pause: false, extend: false };
  }
}

async function grantedOnIssue(issueId: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const wanted = keys.join(',');
  const answer = await findJira(
    api.asUser().requestJira(route`/rest/api/3/mypermissions?issueId=${issueId}&permissions=${wanted}`),
    permissionsSchema,
  );
  return new Set(keys.filter((key) => answer?.permissions[key]?.havePermission === true));
}

const MOST_CHECKED = 1_000;

/** Those of some issues that the calling user may edit, of the first thousand. */
export async function editableIssues(issueIds: readonly string[]): Promise<ReadonlySet<string>> {
  const issues = [...new Set(issueIds)].slice(0, MOST_CHECKED).map(Number);
  const { projectPermissions } = await readJira(
    api.asUser().requestJira(route`/rest/api/3/permissions/check`, {
      method: 'POST',
      ...jsonBody({ projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues }] }),
    }),
    v.object({ projectPermissions: v.array(v.object({ issues: v.optional(v.array(v.number()), []) })) }),
  );
  return new Set(projectPermissions.flatMap((each) => each.issues.map(String)));
}

const readBrowsable = (ids: readonly string[]): Promise<readonly BrowsableIssue[]> =>
  readManyAsUser({ ids, fields: ['summary', 'reporter'] }, issueSchema);

/** The issues among these that the calling user may browse, of the first hundred: one call. */
export const browseIssues = (issueIds: readonly string[]): Promise<readonly BrowsableIssue[]> =>
  readBrowsable(issueIds.slice(0, MAX_BULK));

/** Ids and keys of the work items among these that the calling user may browse; each is named by its id or its key. */
export async function issuesSeen(named: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await readBrowsable([...new Set(named)]);
  return new Set(found.flatMap(({ id, key }) => [id, key]));
}
