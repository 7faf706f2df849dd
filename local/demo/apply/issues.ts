import { account } from '../company/accounts';
import { FIELDS, PRIORITIES, RESOLUTIONS, STATUSES } from '../company/work';
import type { PastIssue, Step } from '../company/types';
import { pastIssues } from '../history/issues';
import type { DemoSite } from './site';
import { TYPE } from '../company/ids';
import { ISSUE_TYPES } from '../company/work';

/** Business spaces know no internal comments: what is for the team is limited to its role. */
const TEAM_ONLY = { type: 'role', value: 'Service Desk Team' } as const;

type Value = string | number | readonly string[] | null;

/** A field's value as Jira's REST API takes it. */
function restValue(field: string, value: Value): unknown {
  if (value === null || Array.isArray(value) || typeof value === 'number') return value;
  if (field === 'status') return STATUSES.find(({ id }) => id === value)?.name;
  if (field === 'priority') return { name: PRIORITIES.find(({ id }) => id === value)?.name };
  if (field === 'resolution') return { name: RESOLUTIONS.find(({ id }) => id === value)?.name };
  if (field === 'assignee') return { accountId: value };
  const kind = FIELDS.find(({ id }) => id === field)?.type;
  if (kind === 'select') return { id: value };
  if (kind === 'user') return { accountId: value };
  return value;
}

const restFields = (fields: Readonly<Record<string, Value>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, restValue(field, value)]));

const changes = (steps: readonly Step[]) =>
  steps.flatMap((step) => (step.set ? [{ at: step.at, author: step.by, set: restFields(step.set) }] : []));

const comments = (steps: readonly Step[]) =>
  steps.flatMap((step) =>
    step.comment
      ? [
          {
            at: step.at,
            author: step.by,
            body: step.comment.text,
            ...(step.comment.internal ? { visibility: TEAM_ONLY } : {}),
          },
        ]
      : [],
  );

function importOne({ jira }: DemoSite, issue: PastIssue): void {
  const { key } = jira.importIssue({
    project: issue.projectKey,
    issueType: ISSUE_TYPES.find(({ id }) => id === issue.typeId)?.name ?? 'Task',
    fields: { summary: issue.summary, description: issue.description, ...restFields(issue.fields) },
    reporter: issue.reporter,
    // What people ordered in the catalog was made by the app.
    byApp: true,
    createdAt: issue.createdAt,
    history: changes(issue.steps),
    comments: comments(issue.steps),
    properties: issue.properties,
    watchers: [issue.reporter],
  });
  if (issue.part === undefined) return;
  jira.importIssue({
    project: issue.projectKey,
    issueType: ISSUE_TYPES.find(({ id }) => id === TYPE.subtask)?.name ?? 'Subtask',
    parent: key,
    fields: { summary: issue.part.summary },
    reporter: account('ingrid'),
    createdAt: issue.part.createdAt,
  });
}

/** The requests of the last ninety days. Answers how many. */
export function applyIssues(site: DemoSite): number {
  const issues = pastIssues(site.now);
  for (const issue of issues) importOne(site, issue);
  return issues.length;
}
