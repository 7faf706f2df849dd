/** Which fields of an issue a set of definitions looks at. */
import { fieldsOfMetric } from '../compiled/fields-of-metric';
import type { SlaDefinitions } from '../model';

type MetricsOfAllTimes = Pick<SlaDefinitions, 'metrics' | 'former' | 'pastFields'>;

/** Always read: who holds the issue and where it stands, for segments and messages. */
const BASE_FIELDS = ['status', 'statusCategory', 'assignee', 'projectId', 'issuetype', 'priority'];

/** Every field a history needs: those the definitions mention, and those a report always names. */
export const fieldsOf = (definitions: MetricsOfAllTimes): ReadonlySet<string> =>
  new Set([...BASE_FIELDS, ...watchedFields(definitions)]);

/** The fields whose change can matter to a clock, whichever revision it is measured by. */
export const watchedFields = ({
  metrics,
  former = [],
  pastFields = [],
}: MetricsOfAllTimes): ReadonlySet<string> => {
  const fields = new Set<string>(pastFields);
  const earlier = former.flatMap((each) => each.metrics.flatMap(({ was }) => was ?? []));
  for (const metric of [...metrics, ...earlier])
    for (const field of fieldsOfMetric(metric)) fields.add(field);
  return fields;
};
