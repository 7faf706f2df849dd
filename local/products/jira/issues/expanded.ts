import { type Actor } from '../../../kernel/types.ts';
import { statusBean } from '../catalog/beans.ts';
import { commentBean } from '../comments/bean.ts';
import { readableComments } from '../comments/row.ts';
import { type Field, fieldOf, schemaBean } from '../fields/definitions.ts';
import { getProperty, propertyKeys } from '../properties/store.ts';
import { type Site } from '../site.ts';
import { issueFields } from './bean.ts';
import { changeBean, changesOf } from './changelog.ts';
import { type IssueRow } from './row.ts';
import { openTransitions, type Transition } from './workflow.ts';
import { operationsOf } from './field-meta.ts';

export interface View {
  readonly fields: readonly Field[];
  readonly expand: ReadonlySet<string>;
  readonly properties: readonly string[];
}

export const transitionBean = (
  site: Site,
  actor: Actor,
  transition: Transition,
  row: IssueRow,
  withFields: boolean,
): object => ({
  id: transition.id,
  name: transition.name,
  to: statusBean(site, transition.target),
  hasScreen: transition.screen.length > 0,
  isGlobal: transition.sources === null,
  isInitial: false,
  isAvailable: true,
  isConditional: false,
  isLooped: false,
  ...(withFields
    ? {
        fields: Object.fromEntries(
          transition.screen
            .flatMap((id) => fieldOf(site, id) ?? [])
            .map((field) => [
              field.id,
              operationsOf(site, actor, row.project_id, field, transition.required.includes(field.id)),
            ]),
        ),
      }
    : {}),
});

function commentsPage(site: Site, actor: Actor, row: IssueRow): object {
  const comments = readableComments(site, actor, row).map((comment) => commentBean(site, comment));
  return {
    comments,
    self: `${site.baseUrl}/rest/api/3/issue/${row.id}/comment`,
    maxResults: comments.length,
    total: comments.length,
    startAt: 0,
  };
}

function propertiesIn(site: Site, row: IssueRow, asked: readonly string[]): Record<string, unknown> {
  const keys = asked.includes('*all') ? propertyKeys(site, 'issue', row.id) : asked;
  return Object.fromEntries(
    keys.flatMap((key) => {
      const found = getProperty(site, 'issue', row.id, key);
      return found ? [[key, found.value]] : [];
    }),
  );
}

/** An issue as REST shows it to the actor. */
export function issueBean(
  site: Site,
  actor: Actor,
  row: IssueRow,
  { fields, expand, properties }: View,
): object {
  const shown = issueFields(site, row, fields);
  if (fields.some((field) => field.id === 'comment')) shown['comment'] = commentsPage(site, actor, row);
  const histories = expand.has('changelog') ? changesOf(site, row.id).reverse() : [];
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: String(row.id),
    self: `${site.baseUrl}/rest/api/3/issue/${row.id}`,
    key: row.key,
    ...(fields.length > 0 ? { fields: shown } : {}),
    ...(properties.length > 0 ? { properties: propertiesIn(site, row, properties) } : {}),
    ...(expand.has('names')
      ? { names: Object.fromEntries(fields.map((field) => [field.id, field.name])) }
      : {}),
    ...(expand.has('schema')
      ? { schema: Object.fromEntries(fields.map((field) => [field.id, schemaBean(field)])) }
      : {}),
    ...(expand.has('transitions')
      ? {
          transitions: openTransitions(site, actor, row).map((one) =>
            transitionBean(site, actor, one, row, false),
          ),
        }
      : {}),
    ...(expand.has('changelog')
      ? {
          changelog: {
            startAt: 0,
            maxResults: histories.length,
            total: histories.length,
            histories: histories.map((change) => changeBean(site, change)),
          },
        }
      : {}),
  };
}
