import api, { route } from '@forge/api';
import * as v from 'valibot';
import { findJira } from '../client';

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

/** The issue with all its fields as the app sees it, `null` when it is gone. */
export const readEscalatedIssue = (issueId: string) =>
  findJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}?fields=*all,-comment`),
    escalatedIssueSchema,
  );
