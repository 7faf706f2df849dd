import { jiraStamp } from '../../shared/stamp.ts';
import { attachmentBean, attachmentsOf } from '../attachments/bean.ts';
import { projectBean } from '../catalog/beans.ts';
import { project } from '../catalog/catalog.ts';
import { allFields, type Field } from '../fields/definitions.ts';
import { kindOf } from '../fields/kinds.ts';
import { linkBeansOf } from '../links/link-bean.ts';
import { type Site } from '../site.ts';
import { findIssue, type IssueRow, storedIn, subtasksOf } from './row.ts';
import { shortBean } from './short-bean.ts';

const stamp = (at: number | null): string | null => (at === null ? null : jiraStamp(at));

/** Fields whose value is gathered from elsewhere than the field's own place. */
const GATHERED: Readonly<Record<string, (site: Site, row: IssueRow) => unknown>> = {
  project: (site, row) => {
    const found = project(site, String(row.project_id));
    return found ? projectBean(site, found) : null;
  },
  created: (_site, row) => stamp(row.created),
  updated: (_site, row) => stamp(row.updated),
  resolutiondate: (_site, row) => stamp(row.resolved),
  statuscategorychangedate: (_site, row) => stamp(row.status_changed),
  parent: (site, row) => {
    const parent = row.parent_id === null ? undefined : findIssue(site, row.parent_id);
    return parent ? shortBean(site, parent) : undefined;
  },
  subtasks: (site, row) => subtasksOf(site, row).map((child) => shortBean(site, child)),
  issuelinks: (site, row) => linkBeansOf(site, row),
  attachment: (site, row) => attachmentsOf(site, row.id).map((each) => attachmentBean(site, each)),
  comment: () => undefined,
};

function beanOf(site: Site, row: IssueRow, field: Field): unknown {
  const gathered = GATHERED[field.id];
  return gathered ? gathered(site, row) : kindOf(field).bean(storedIn(row, field), site);
}

/** Which fields a `fields` list asks for: `*all`, `*navigable`, ids, and `-id` to leave one out. An empty list gives `fallback`. */
export function chosenFields(site: Site, asked: readonly string[], fallback: readonly string[]): Field[] {
  const wanted = asked.length === 0 ? fallback : asked;
  const without = new Set(wanted.filter((id) => id.startsWith('-')).map((id) => id.slice(1)));
  const onlyWithout = wanted.every((id) => id.startsWith('-'));
  const every = onlyWithout || wanted.includes('*all') || wanted.includes('*navigable');
  const navigable = wanted.includes('*navigable') && !wanted.includes('*all');
  return allFields(site).filter((field) => {
    if (without.has(field.id)) return false;
    if (wanted.includes(field.id) || (field.appKey !== null && wanted.includes(field.appKey))) return true;
    return every && !(navigable && field.id === 'comment');
  });
}

/** The values of an issue's fields as REST shows them. */
export function issueFields(site: Site, row: IssueRow, fields: readonly Field[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    const value = beanOf(site, row, field);
    if (value !== undefined) values[field.id] = value;
  }
  return values;
}
