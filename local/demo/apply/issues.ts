import { account } from '../company/accounts';
import { TYPE } from '../company/ids';
import type { PastIssue, Step } from '../company/types';
import { WORK } from '../company/work';
import { pastIssues } from '../history/issues';
import type { DemoSite } from './site';

/** Business spaces know no internal comments: what is for the team is limited to its role. */
const TEAM_ONLY = { type: 'role', value: 'Service Desk Team' } as const;

type Value = string | number | readonly string[] | null;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  [TYPE.request]: 'Service Request',
  [TYPE.incident]: 'Incident',
};
const STATUS_NAMES = new Map(
  WORK.workflows.flatMap(({ statuses }) => statuses.map(({ id, name }) => [id, name])),
);

/** A field's value as Jira's REST API takes it; a status by its name. */
function restValue(field: string, value: Value): unknown {
  if (value === null || Array.isArray(value) || typeof value === 'number') return value;
  if (field === 'status') return STATUS_NAMES.get(String(value));
  const kind = WORK.fields.find(({ id }) => id === field)?.kind;
  if (field === 'assignee' || kind === 'user') return { accountId: value };
  return ['priority', 'resolution'].includes(field) || kind === 'select' ? { id: value } : value;
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
    issueType: TYPE_NAMES[issue.typeId] ?? 'Task',
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
    issueType: 'Subtask',
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
