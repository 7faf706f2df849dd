import {
  components,
  issueTypes,
  priorities,
  project,
  projects,
  resolutions,
  statuses,
} from '../catalog/catalog.ts';
import { findIssue } from '../issues/row.ts';
import { QueryError } from './ast.ts';
import { day, fullText, instant, list, person, reference } from './columns.ts';
import { customSearch, propertySearch } from './custom.ts';
import { type Comparison, type Frame, type SearchField, textsOf } from './frame.ts';
import { compared, presence } from './sql.ts';

type Things = (frame: Frame) => readonly { readonly id: string | number; readonly name: string }[];

const named =
  (things: Things) =>
  (text: string, frame: Frame): (string | number)[] =>
    things(frame).flatMap((thing) =>
      thing.name.toLowerCase() === text.toLowerCase() || String(thing.id) === text ? [thing.id] : [],
    );

const CATEGORIES: Readonly<Record<string, string>> = {
  'to do': 'TODO',
  new: 'TODO',
  'in progress': 'IN_PROGRESS',
  indeterminate: 'IN_PROGRESS',
  done: 'DONE',
};

const category: SearchField = reference(
  '(select category from jira_statuses s where s.id = i.status_id)',
  (text) => {
    const found = CATEGORIES[text.toLowerCase()];
    return found ? [found] : [];
  },
);

const resolutionBase = reference(
  'i.resolution_id',
  named(({ site }) => resolutions(site)),
  'i.resolution_id',
);
const resolution: SearchField = {
  ...resolutionBase,
  compare: (comparison, frame) => {
    const only =
      comparison.operands.length === 1 && comparison.operands[0]?.kind === 'value'
        ? comparison.operands[0].text.toLowerCase()
        : '';
    return only === 'unresolved'
      ? presence('i.resolution_id', comparison.operator, comparison.field)
      : resolutionBase.compare(comparison, frame);
  },
};

function idsOf(comparison: Comparison, { site }: Frame): number[] {
  return textsOf(comparison).map((text) => {
    const row = findIssue(site, text);
    if (!row)
      throw new QueryError(`An issue with key '${text}' does not exist for field '${comparison.field}'.`);
    return row.id;
  });
}

const issue = (column: string, order?: string): SearchField => ({
  compare: (comparison, frame) =>
    comparison.operands[0]?.kind === 'empty'
      ? presence(column, comparison.operator, comparison.field)
      : compared(column, comparison.operator, idsOf(comparison, frame), comparison.field),
  ...(order ? { order } : {}),
});

const FIELDS: Readonly<Record<string, SearchField>> = {
  project: reference(
    'i.project_id',
    (text, { site }) =>
      [
        project(site, text)?.id ??
          projects(site).find((one) => one.name.toLowerCase() === text.toLowerCase())?.id ??
          [],
      ].flat(),
    '(select name from jira_projects p where p.id = i.project_id)',
  ),
  issuetype: reference(
    'i.type_id',
    named(({ site }) => issueTypes(site)),
    '(select name from jira_issue_types t where t.id = i.type_id)',
  ),
  status: reference(
    'i.status_id',
    named(({ site }) => statuses(site)),
    '(select name from jira_statuses s where s.id = i.status_id)',
  ),
  statuscategory: category,
  priority: reference(
    'i.priority_id',
    named(({ site }) => priorities(site)),
    '(select -position from jira_priorities r where r.id = i.priority_id)',
  ),
  resolution,
  assignee: person('i.assignee'),
  reporter: person('i.reporter'),
  creator: person('i.creator'),
  labels: list('i.labels', (text) => [text]),
  component: list('i.components', (text, frame) =>
    projects(frame.site).flatMap((one) => named(() => components(frame.site, one.id))(text, frame)),
  ),
  created: instant('i.created'),
  updated: instant('i.updated'),
  resolved: instant('i.resolved'),
  statuscategorychangeddate: instant('i.status_changed'),
  due: day('i.due'),
  text: fullText(),
  description: fullText('body'),
  comment: fullText('body'),
  summary: fullText('summary', 'i.summary'),
  key: issue('i.id', '(select key from jira_projects p where p.id = i.project_id), i.number'),
  parent: issue('i.parent_id'),
};

const ALIASES: Readonly<Record<string, string>> = {
  type: 'issuetype',
  issuekey: 'key',
  id: 'key',
  issue: 'key',
  duedate: 'due',
  createddate: 'created',
  updateddate: 'updated',
  resolutiondate: 'resolved',
  'resolution date': 'resolved',
  label: 'labels',
  components: 'component',
  statuscategorychangedate: 'statuscategorychangeddate',
};

/** What a field name of a query means. Throws QueryError in Jira's words where it means nothing. */
export function searchField(name: string, { site }: Frame): SearchField {
  const lower = name.toLowerCase();
  const found = FIELDS[ALIASES[lower] ?? lower] ?? propertySearch(site, name) ?? customSearch(site, name);
  if (!found)
    throw new QueryError(`Field '${name}' does not exist or you do not have permission to view it.`);
  return found;
}
