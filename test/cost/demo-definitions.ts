import { slaDocument } from '../../local/demo/sla';
import { readDefinitions } from '../../src/sla/definitions/domain/rules/parse';
import type { SlaDefinitions } from '../../src/sla/engine/model';

/** The definitions of the demo company, as a file has them. */
export function demoDefinitions(): SlaDefinitions {
  const { calendar, holidaySet, metric, agreement } = slaDocument((name) => name);
  return readDefinitions({
    schema: 1,
    calendars: calendar,
    holidaySets: holidaySet,
    metrics: metric,
    agreements: agreement,
  }).definitions;
}
