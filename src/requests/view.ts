import type { PublishedItem, Stage } from '../catalog/domain/model';
import type { IssueNow } from '../platform/jira/track-issue';
import type { PromiseView, RequestRow } from './contract';
import { waitsStill } from './domain/approval';
import type { RequestDocument } from './domain/model';
import { isForOther } from './domain/parties';
import { actorOf, stageOf } from './domain/stages';

/** What a requester is told where Jira no longer shows the issue to the app: deleted, or the app lost its access. */
const GONE: Stage = {
  id: 'gone',
  name: { en: 'No longer available', ru: 'Больше недоступно' },
  statusIds: [],
  actor: 'nobody',
  kind: 'closed',
};

export const stageNow = (item: PublishedItem, issue: IssueNow | undefined): Stage =>
  issue ? stageOf(item.content, issue.status) : GONE;

/**
 * A line of My requests. The promise shown is the delivery's, else the first there is. What Jira withholds from those
 * who asked by now is told by the item's name and the stage alone.
 */
export function rowOf(
  request: RequestDocument,
  item: PublishedItem,
  issue: IssueNow | undefined,
  promises: readonly PromiseView[],
  names: ReadonlyMap<string, string>,
  withheld = false,
): RequestRow {
  const stage = stageNow(item, issue);
  return {
    id: request.id,
    issueKey: request.issueKey ?? issue?.key ?? '',
    itemId: request.itemId,
    itemName: item.content.name,
    title: (withheld ? undefined : issue?.summary) ?? item.content.name.en,
    stage: { id: stage.id, name: stage.name, kind: stage.kind },
    actor: actorOf(stage, waitsStill(request.approval, issue) ? request : {}),
    promise: withheld ? null : mainPromise(item, promises),
    ...(isForOther(request) && {
      onBehalf: {
        by: names.get(request.requester) ?? request.requester,
        of: names.get(request.requestedFor) ?? request.requestedFor,
      },
    }),
    createdAt: request.createdAt,
    updatedAt: (withheld ? undefined : issue?.updated) || request.createdAt,
    ...(withheld && { withheld }),
  };
}

function mainPromise(item: PublishedItem, promises: readonly PromiseView[]): PromiseView | null {
  const { deliveryMetricId } = item.content.promise;
  return promises.find((promise) => promise.metricId === deliveryMetricId) ?? promises[0] ?? null;
}
