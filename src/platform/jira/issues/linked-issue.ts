/** Issues that the app creates and links to another, once. */
import api, { route } from '@forge/api';
import * as v from 'valibot';
import { ESCALATION_PROPERTY } from '../../../kernel/names';
import { doneJira, jsonBody, readJira } from '../client';
import { appAccountId } from '../people/app-account';
import { searchAsApp } from '../search/search';

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
  key: v.string(),
  fields: v.looseObject({
    creator: v.nullish(v.object({ accountId: v.string() })),
    issuelinks: v.optional(v.array(v.unknown()), []),
  }),
  properties: v.optional(
    v.looseObject({ [ESCALATION_PROPERTY]: v.optional(v.looseObject({ key: v.string() })) }),
  ),
});

/** Whether an earlier attempt created the issue; links it if that attempt died in between. */
export async function ensureLinkedIssue(order: LinkedOrder, since: number): Promise<boolean> {
  const minutes = Math.ceil((Date.now() - since) / 60_000) + 2;
  const { issues } = await searchAsApp(
    {
      jql: `project = ${Number(order.projectId)} AND issuetype = ${Number(order.issueTypeId)} AND created >= -${minutes}m ORDER BY created DESC`,
      fields: ['creator', 'issuelinks'],
      properties: [ESCALATION_PROPERTY],
      limit: 100,
    },
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
