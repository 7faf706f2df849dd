/** What conditions and triggers refer to: fields, and values of those whose values are things of their own. */
import { mapLeaves } from '../../../../kernel/map-leaves';
import { refsTo, refTo, type SiteKind, type Visit } from '../../../../kernel/refs';
import type { Condition, FieldTest, Trigger } from '../../../engine/model';

const VALUE_KINDS: Readonly<Record<string, SiteKind>> = {
  projectId: 'space',
  project: 'space',
  status: 'status',
  issuetype: 'type',
  priority: 'priority',
  assignee: 'person',
  reporter: 'person',
  creator: 'person',
};

/** A field of the site's own making has an id of the site's own too; Jira's are called the same everywhere. */
export const fieldRef = (visit: Visit, field: string, at: string): string =>
  field.startsWith('customfield_') ? refTo(visit, 'field', field, at) : field;

export function valueRefs(
  visit: Visit,
  field: string,
  values: readonly string[],
  at: string,
): readonly string[] {
  const kind = VALUE_KINDS[field];
  return kind === undefined ? values : refsTo(visit, kind, values, at);
}

export const conditionRefs = (visit: Visit, condition: Condition, at: string): Condition =>
  mapLeaves<FieldTest, FieldTest>(condition, (test) => ({
    ...test,
    field: fieldRef(visit, test.field, at),
    ...('values' in test && { values: valueRefs(visit, test.field, test.values, at) }),
  }));

export function triggerRefs(visit: Visit, trigger: Trigger, at: string): Trigger {
  switch (trigger.on) {
    case 'changed': {
      const { field, from, to, and } = trigger;
      return {
        ...trigger,
        field: fieldRef(visit, field, at),
        ...(from && { from: valueRefs(visit, field, from, at) }),
        ...(to && { to: valueRefs(visit, field, to, at) }),
        ...(and && { and: conditionRefs(visit, and, at) }),
      };
    }
    case 'commented':
      return trigger.groups === undefined
        ? trigger
        : { ...trigger, groups: refsTo(visit, 'group', trigger.groups, at) };
    case 'metric':
      return { ...trigger, metricId: refTo(visit, 'metric', trigger.metricId, at) };
    case 'while':
      return { ...trigger, condition: conditionRefs(visit, trigger.condition, at) };
    default:
      return trigger;
  }
}
