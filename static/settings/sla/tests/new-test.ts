/** A test case to begin with: an issue of the metric's scope, created today at ten, about which nothing is expected yet. */
import type {
  Condition,
  Fields,
  MetricDefinition,
  SlaDefinitions,
  SlaTestCase,
} from '../../../../src/sla/engine/model';
import { writeLocal } from '../../../../src/sla/definitions/domain/testcases/local-time';
import { viewer } from '../../../shared/context';

/** The case looks at the clock an hour after it starts. */
export function newTest(metric: MetricDefinition, definitions: SlaDefinitions): SlaTestCase {
  const zone = zoneOf(metric, definitions);
  const today = writeLocal(Date.now(), zone).slice(0, 10);
  return {
    id: crypto.randomUUID(),
    name: '',
    zone,
    createdAt: `${today}T10:00`,
    fields: fieldsInside(metric.scope),
    events: [],
    at: `${today}T11:00`,
    expect: {},
  };
}

/** The zone of the metric's calendar, or the viewer's own. */
function zoneOf({ calendar: source }: MetricDefinition, { calendars }: SlaDefinitions): string {
  const id = source.kind === 'fixed' ? source.calendarId : source.fallback;
  return calendars.find((calendar) => calendar.id === id)?.zone ?? viewer().zone;
}

/** Fields of an issue that a condition lets in, as far as it says so outright. */
export function fieldsInside(condition: Condition): Fields {
  if ('all' in condition) return Object.assign({}, ...condition.all.map(fieldsInside)) as Fields;
  if ('any' in condition) return condition.any[0] === undefined ? {} : fieldsInside(condition.any[0]);
  if (!('field' in condition) || condition.op !== 'in') return {};
  const [value] = condition.values;
  return value === undefined ? {} : { [condition.field]: [value] };
}
