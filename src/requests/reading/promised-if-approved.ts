/** What somebody is promised whose request waits for its approval without a work item: no clock of theirs runs yet. */
import type { PublishedItem } from '../../catalog/domain/model';
import { promisedFields, startStatusOf } from '../../catalog/domain/form/promised-fields';
import { promiseDefinitions } from '../../sla';
import { promise, type SlaDefinitions } from '../../sla/engine';
import type { PromiseView } from '../../sla/clocks/domain/promise-answer';
import { currentApproval } from '../domain/approval';
import { hasNoIssue } from '../domain/before-issue';
import type { RequestDocument, RequestHead } from '../domain/model';
import { readableRequests } from '../records/read-requests';

type DefinitionsOf = (metricIds: readonly string[]) => Promise<SlaDefinitions>;

/** Whether it waits for somebody's yes, and its work item is made only then. */
export const isPromisedLater = (request: Pick<RequestHead, 'state' | 'issueId' | 'approvals'>): boolean =>
  request.state === 'open' && hasNoIssue(request) && currentApproval(request)?.state === 'pending';

/** The dates that hold if it is approved now, as its item promises them; none where it does not wait so, or none is told. */
export async function promisedIfApproved(
  request: RequestDocument,
  { content }: Pick<PublishedItem, 'content'>,
  now: number,
  definitionsOf: DefinitionsOf = promiseDefinitions,
): Promise<readonly PromiseView[]> {
  const metricIds = Object.values(content.promise);
  if (!isPromisedLater(request) || metricIds.length === 0) return [];
  const definitions = await definitionsOf(metricIds);
  const startStatusId = startStatusOf(content);
  const made = { ...content, ...(startStatusId !== undefined && { startStatusId }) };
  const promised = promise(definitions, promisedFields(made, request.answers, request.requester), now);
  return metricIds.flatMap((id): readonly PromiseView[] => {
    const found = promised.find(({ metricId, visibility }) => metricId === id && visibility === 'date');
    if (found?.dueTime === undefined) return [];
    const { name, dueTime } = found;
    return [
      {
        ...{ metricId: id, name, state: 'paused', pauseReason: 'approval', dueIfResumedTime: dueTime },
        moved: [],
      },
    ];
  });
}

/** The same of those of some requests that wait so, by request: what was answered is read of them alone. */
export async function promisedLater(
  heads: readonly RequestHead[],
  itemOf: (head: RequestHead) => PublishedItem | undefined,
  now: number,
): Promise<ReadonlyMap<string, readonly PromiseView[]>> {
  const requests = await readableRequests(heads.filter(isPromisedLater).map(({ id }) => id));
  const found = requests.map(async (request) => {
    const item = itemOf(request);
    return [request.id, item ? await promisedIfApproved(request, item, now) : []] as const;
  });
  return new Map(await Promise.all(found));
}
