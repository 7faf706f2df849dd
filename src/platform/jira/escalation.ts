/** What escalations do in Jira, as the app. */
import api, { route } from '@forge/api';
import * as v from 'valibot';
import { COMMENT_PROPERTY } from '../../kernel/names';
import { commentPageSchema } from '../../sla/domain/history/schema';
import { noneIfRefused } from './groups';
import { appAccountId } from './app-account';
import { doneJira, findJira, jsonBody, readJira } from './client';

const account = v.nullish(v.object({ accountId: v.string(), active: v.optional(v.boolean(), true) }));
const reference = v.nullish(v.object({ id: v.string() }));

const escalatedIssueSchema = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.looseObject({
    project: v.object({ id: v.string() }),
    status: reference,
    priority: reference,
    assignee: account,
    reporter: account,
  }),
});

/** The issue with all its fields, `null` when it is gone. */
export const readEscalatedIssue = (issueId: string) =>
  findJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}?fields=*all,-comment`, { method: 'GET' }),
    escalatedIssueSchema,
  );

/** The account that leads a project. */
export async function leadOfProject(projectId: string): Promise<string | null> {
  const project = await findJira(
    api.asApp().requestJira(route`/rest/api/3/project/${projectId}?expand=lead`, { method: 'GET' }),
    v.object({ lead: account }),
  );
  return project?.lead?.accountId ?? null;
}

/** Accounts in a group, at most 50; none where the site does not let the app browse people, which Health tells. */
export const membersOfGroup = (groupId: string): Promise<readonly string[]> =>
  noneIfRefused(findMembers(groupId));

async function findMembers(groupId: string): Promise<readonly string[]> {
  const page = await findJira(
    api
      .asApp()
      .requestJira(route`/rest/api/3/group/member?groupId=${groupId}&maxResults=50`, { method: 'GET' }),
    v.object({ values: v.array(v.object({ accountId: v.string(), active: v.optional(v.boolean(), true) })) }),
  );
  return (page?.values ?? []).filter(({ active }) => active).map(({ accountId }) => accountId);
}

/** An internal comment that carries the key of what it stands for. */
export const addComment = (issueId: string, body: unknown, key: string): Promise<void> =>
  doneJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}/comment`, {
      method: 'POST',
      ...jsonBody({
        body,
        properties: [
          { key: COMMENT_PROPERTY, value: { key } },
          { key: 'sd.public.comment', value: { internal: true } },
        ],
      }),
    }),
  );

/** Whether one of the app's newest comments, written since an instant, carries the key. Others' properties prove nothing. */
export async function hasCommentWithKey(issueId: string, key: string, since: number): Promise<boolean> {
  const page = await findJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}/comment?orderBy=-created&maxResults=100`, {
      method: 'GET',
    }),
    commentPageSchema,
  );
  const recent = (page?.comments ?? []).filter(({ created }) => created >= since - CLOCK_SKEW_MS);
  if (recent.length === 0) return false;
  const app = await appAccountId();
  for (const { id } of recent.filter(({ author }) => author?.accountId === app))
    if ((await keyOfComment(id)) === key) return true;
  return false;
}

/** Jira's clock and ours may differ by so much. */
const CLOCK_SKEW_MS = 60_000;

async function keyOfComment(commentId: string): Promise<string | null> {
  const property = await findJira(
    api
      .asApp()
      .requestJira(route`/rest/api/3/comment/${commentId}/properties/${COMMENT_PROPERTY}`, { method: 'GET' }),
    v.object({ value: v.looseObject({ key: v.string() }) }),
  );
  return property?.value.key ?? null;
}

/** Jira's own mail to users and groups who may see the issue. */
export const notifyPeople = (
  issueId: string,
  to: { readonly users: readonly string[]; readonly groups: readonly { readonly groupId: string }[] },
  subject: string,
  text: string,
): Promise<void> =>
  doneJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}/notify`, {
      method: 'POST',
      ...jsonBody({
        subject,
        textBody: text,
        to: {
          users: to.users.map((accountId) => ({ accountId })),
          groupIds: to.groups.map(({ groupId }) => groupId),
        },
      }),
    }),
  );

export const assignIssue = (issueId: string, accountId: string): Promise<void> =>
  doneJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}/assignee`, {
      method: 'PUT',
      ...jsonBody({ accountId }),
    }),
  );

export const setPriority = (issueId: string, priorityId: string): Promise<void> =>
  edit(issueId, { fields: { priority: { id: priorityId } } });

export const addLabel = (issueId: string, label: string): Promise<void> =>
  edit(issueId, { update: { labels: [{ add: label }] } });

const edit = (issueId: string, body: unknown): Promise<void> =>
  doneJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}`, { method: 'PUT', ...jsonBody(body) }),
  );

/** Moves the issue to a status; `false` when its workflow offers no way there now. */
export async function moveToStatus(issueId: string, statusId: string): Promise<boolean> {
  const { transitions } = await readJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}/transitions`, { method: 'GET' }),
    v.object({ transitions: v.array(v.object({ id: v.string(), to: v.object({ id: v.string() }) })) }),
  );
  const transition = transitions.find(({ to }) => to.id === statusId);
  if (transition === undefined) return false;
  await doneJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}/transitions`, {
      method: 'POST',
      ...jsonBody({ transition: { id: transition.id } }),
    }),
  );
  return true;
}

export interface LinkedOrder {
  readonly key: string;
  readonly issueKey: string;
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly linkType: string;
  readonly summary: string;
}

/** Creates an issue that carries the key and links it; finding it unlinked, a second attempt only links. */
export async function createLinkedIssue(order: LinkedOrder): Promise<void> {
  const { key } = await readJira(
    api.asApp().requestJira(route`/rest/api/3/issue`, {
      method: 'POST',
      ...jsonBody({
        fields: {
          project: { id: order.projectId },
          issuetype: { id: order.issueTypeId },
          summary: order.summary.replaceAll('{{issue}}', order.issueKey),
        },
        properties: [{ key: COMMENT_PROPERTY, value: { key: order.key } }],
      }),
    }),
    v.object({ key: v.string() }),
  );
  await link(order, key);
}

const link = (order: LinkedOrder, createdKey: string): Promise<void> =>
  doneJira(
    api.asApp().requestJira(route`/rest/api/3/issueLink`, {
      method: 'POST',
      ...jsonBody({
        type: { name: order.linkType },
        outwardIssue: { key: order.issueKey },
        inwardIssue: { key: createdKey },
      }),
    }),
  );

const foundSchema = v.object({
  issues: v.array(
    v.object({
      key: v.string(),
      fields: v.looseObject({ creator: account, issuelinks: v.optional(v.array(v.unknown()), []) }),
      properties: v.optional(
        v.looseObject({ [COMMENT_PROPERTY]: v.optional(v.looseObject({ key: v.string() })) }),
      ),
    }),
  ),
});

/** Whether an earlier attempt created the issue; links it if that attempt died in between. */
export async function ensureLinkedIssue(order: LinkedOrder, since: number): Promise<boolean> {
  const minutes = Math.ceil((Date.now() - since) / 60_000) + 2;
  const { issues } = await readJira(
    api.asApp().requestJira(route`/rest/api/3/search/jql`, {
      method: 'POST',
      ...jsonBody({
        jql: `project = ${Number(order.projectId)} AND issuetype = ${Number(order.issueTypeId)} AND created >= -${minutes}m ORDER BY created DESC`,
        fields: ['creator', 'issuelinks'],
        properties: [COMMENT_PROPERTY],
        maxResults: 100,
      }),
    }),
    foundSchema,
  );
  const marked = issues.filter(({ properties }) => properties?.[COMMENT_PROPERTY]?.key === order.key);
  if (marked.length === 0) return false;
  const app = await appAccountId();
  const made = marked.find(({ fields }) => fields.creator?.accountId === app);
  if (made === undefined) return false;
  if (made.fields.issuelinks.length === 0) await link(order, made.key);
  return true;
}
