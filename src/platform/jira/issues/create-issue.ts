import api, { route } from '@forge/api';
import * as v from 'valibot';
import { REQUEST_PROPERTY } from '../../../kernel/names';
import { appAccountId } from '../people/app-account';
import { jsonBody, readJira } from '../client';
import { searchAsApp } from '../search/search';

export interface NewIssue {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Value of the issue property that ties the issue to its request. */
  readonly property: object;
}

export interface IssueRef {
  readonly id: string;
  readonly key: string;
}

const refSchema = v.object({ id: v.string(), key: v.string() });

/** Creates the issue as the app. Only after the app has checked that the item is for the reporter. */
export const createAsApp = (issue: NewIssue, reporter: string): Promise<IssueRef> =>
  readJira(
    api.asApp().requestJira(route`/rest/api/3/issue`, {
      method: 'POST',
      ...jsonBody(bodyOf({ ...issue, fields: { ...issue.fields, reporter: { accountId: reporter } } })),
    }),
    refSchema,
  );

const bodyOf = ({ fields, property }: NewIssue) => ({
  fields,
  properties: [{ key: REQUEST_PROPERTY, value: property }],
});

const foundSchema = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.object({ creator: v.nullish(v.object({ accountId: v.string() })) }),
  properties: v.optional(v.record(v.string(), v.unknown()), {}),
});
const ownerSchema = v.object({ requestId: v.string() });

/** The issue of the app's that carries this request's id in its property, `null` when Jira's index knows none (it may lag by seconds). */
export async function issueOfRequest(requestId: string): Promise<IssueRef | null> {
  const { issues } = await searchAsApp(
    {
      jql: `pledgeRequest = ${quoteJql(requestId)} ORDER BY created ASC`,
      fields: ['creator'],
      properties: [REQUEST_PROPERTY],
      limit: 5,
    },
    foundSchema,
  );
  const marked = issues.filter((issue) => {
    const property = v.safeParse(ownerSchema, issue.properties[REQUEST_PROPERTY]);
    return property.success && property.output.requestId === requestId;
  });
  if (marked.length === 0) return null;
  const app = await appAccountId();
  const found = marked.find(({ fields }) => fields.creator?.accountId === app);
  return found ? { id: found.id, key: found.key } : null;
}

/** A text as a JQL string. */
export const quoteJql = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
