/** What escalations do in Jira, as the app. */
import api, { route } from '@forge/api';
import * as v from 'valibot';
import { ESCALATION_PROPERTY } from '../../../kernel/names';
import { appAccountId } from '../people/app-account';
import { doneJira, findJira, jsonBody, readJira } from '../client';

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
        properties: [{ key: ESCALATION_PROPERTY, value: { key: order.key } }],
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
        v.looseObject({ [ESCALATION_PROPERTY]: v.optional(v.looseObject({ key: v.string() })) }),
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
        properties: [ESCALATION_PROPERTY],
        maxResults: 100,
      }),
    }),
    foundSchema,
  );
  const marked = issues.filter(({ properties }) => properties?.[ESCALATION_PROPERTY]?.key === order.key);
  if (marked.length === 0) return false;
  const app = await appAccountId();
  const made = marked.find(({ fields }) => fields.creator?.accountId === app);
  if (made === undefined) return false;
  if (made.fields.issuelinks.length === 0) await link(order, made.key);
  return true;
}
