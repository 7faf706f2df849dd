import type { PublishedItem, Stage } from '../../catalog/domain/model';
import { questionsIn } from '../../catalog/domain/texts/template';
import type { IssueNow } from '../../platform/jira/issues/issues-now';
import type { RequestRow } from '../domain/answers';
import type { PromiseView } from '../../sla/clocks/domain/promise-answer';
import { currentApproval } from '../domain/approval';
import { hasNoIssue, isWaitedFor, stageBefore } from '../domain/before-issue';
import type { RequestHead } from '../domain/model';
import { isForOther } from '../domain/parties';
import { actorOf, stageOf } from '../domain/stages';

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
  request: RequestHead,
  item: PublishedItem,
  issue: IssueNow | undefined,
  promises: readonly PromiseView[],
  names: ReadonlyMap<string, string>,
  withheld = false,
): RequestRow {
  const stage = hasNoIssue(request) ? stageBefore(request) : stageNow(item, issue);
  const promise = mainPromise(item, promises);
  const approval = currentApproval(request);
  const actor = actorOf(stage, approval?.state === 'pending' && isWaitedFor(request, approval, issue));
  return {
    id: request.id,
    issueKey: request.issueKey ?? issue?.key ?? '',
    itemId: request.itemId,
    itemName: item.content.name,
    title: withheld ? '' : ownWords(item, issue),
    stage: { id: stage.id, name: stage.name, kind: stage.kind },
    actor: actorNow(actor, withheld ? undefined : issue, promise),
    promise: withheld ? null : promise,
    late: withheld ? null : (promises.find((each) => each.state === 'late' && each !== promise) ?? null),
    ...(isForOther(request) && {
      onBehalf: {
        by: names.get(request.requester) ?? request.requester,
        of: names.get(request.beneficiary) ?? request.beneficiary,
      },
    }),
    receivedAt: request.receivedAt,
    updatedAt: (withheld ? undefined : issue?.updated) || request.receivedAt,
    ...(withheld && { withheld }),
  };
}

/** What the work item is called, where that is of the answers: of the item and a name alone it says nothing new, and in one language. */
const ownWords = ({ content }: PublishedItem, issue: IssueNow | undefined): string =>
  questionsIn(content.fulfilment.summary).length > 0 ? (issue?.summary ?? '') : '';

/** Of the provider, what is true: whether anybody has it, works on it, or waits for somebody else. */
function actorNow(
  actor: Stage['actor'],
  issue: IssueNow | undefined,
  promise: PromiseView | null,
): RequestRow['actor'] {
  if (actor !== 'provider' || issue === undefined) return actor;
  if (promise?.pauseReason !== undefined) return 'paused';
  if (!issue.isAssigned) return issue.status.category === 'new' ? 'queued' : 'provider';
  return issue.status.category === 'new' ? 'provider' : 'working';
}

/** What the item promises, and what has begun: a clock of the team's own that never started is nobody's promise. */
export function toldPromises(item: PublishedItem, promises: readonly PromiseView[]): readonly PromiseView[] {
  const named = Object.values(item.content.promise);
  return promises.filter(({ metricId, state }) => state !== 'none' || named.includes(metricId));
}

function mainPromise(item: PublishedItem, promises: readonly PromiseView[]): PromiseView | null {
  const { deliveryMetricId } = item.content.promise;
  return promises.find((promise) => promise.metricId === deliveryMetricId) ?? promises[0] ?? null;
}
