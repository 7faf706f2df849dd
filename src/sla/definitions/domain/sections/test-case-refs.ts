/** What a test case refers to: the values its made-up work item has and is given. */
import { refsTo, refTo, type Visit } from '../../../../kernel/refs';
import type { Fields, SlaTestCase, TestEvent } from '../../../engine/model';
import { fieldRef, valueRefs } from './condition-refs';

const fieldsRefs = (visit: Visit, fields: Fields, at: string): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      fieldRef(visit, field, at),
      valueRefs(visit, field, value, at),
    ]),
  );

function eventRefs(visit: Visit, event: TestEvent, at: string): TestEvent {
  switch (event.kind) {
    case 'change':
      return {
        ...event,
        changes: event.changes.map(({ field, to }) => ({
          field: fieldRef(visit, field, at),
          to: valueRefs(visit, field, to, at),
        })),
      };
    case 'comment':
      return event.groups === undefined
        ? event
        : { ...event, groups: refsTo(visit, 'group', event.groups, at) };
    case 'child':
      return { ...event, metricId: refTo(visit, 'metric', event.metricId, at) };
    default:
      return event;
  }
}

export function testCaseRefs(visit: Visit, test: SlaTestCase, at: string): SlaTestCase {
  return {
    ...test,
    fields: fieldsRefs(visit, test.fields, at),
    events: test.events.map((event) => eventRefs(visit, event, at)),
  };
}
