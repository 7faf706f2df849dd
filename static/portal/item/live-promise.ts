import type { Answers } from '../../../src/catalog/domain/model';
import type { OfferedItem } from '../../../src/catalog/domain/call-answers';
import { promisedFields } from '../../../src/catalog/domain/form/promised-fields';
import { type Promised, promise, type SlaDefinitions } from '../../../src/sla/engine';

export interface LivePromise {
  readonly firstReply: Promised | null;
  readonly delivery: Promised | null;
}

/** What sending the form now would promise. A metric that is hidden from requesters, or finds no goal, promises nothing. */
export function livePromise(
  definitions: SlaDefinitions,
  item: OfferedItem,
  answers: Answers,
  requester: string | null,
  now: number,
): LivePromise {
  const { firstResponseMetricId, deliveryMetricId } = item.content.promise;
  const promised = promise(definitions, promisedFields(item.content, answers, requester), now);
  const of = (metricId: string | undefined): Promised | null =>
    promised.find((each) => each.metricId === metricId && each.visibility === 'date') ?? null;
  return { firstReply: of(firstResponseMetricId), delivery: of(deliveryMetricId) };
}
