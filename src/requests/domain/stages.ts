import type { ItemContent, Stage } from '../../catalog/domain/model';
import type { RequestDocument, RequestHead } from './model';
import { withKind } from './with-kind';

export interface IssueStatus {
  readonly id: string;
  readonly category: 'new' | 'indeterminate' | 'done';
}

/** Where a status is no stage of the item (a workflow changed), its category tells at least whether it is over. */
const ELSEWHERE: Readonly<Record<'open' | 'closed', Stage>> = {
  open: {
    id: 'in-progress',
    name: { en: 'In progress', ru: 'В работе' },
    statusIds: [],
    actor: 'provider',
    kind: 'open',
  },
  closed: {
    id: 'done',
    name: { en: 'Done', ru: 'Готово' },
    statusIds: [],
    actor: 'nobody',
    kind: 'resolved',
  },
};

/** The stage a Jira status stands for, in the words of the item. */
export function stageOf(content: Pick<ItemContent, 'stages'>, status: IssueStatus): Stage {
  const known = content.stages.find((stage) => stage.statusIds.includes(status.id));
  return known ?? ELSEWHERE[status.category === 'done' ? 'closed' : 'open'];
}

/** Who acts now: an approver while the request waits for a decision, else whom the stage names. */
export const actorOf = (stage: Stage, waits: boolean): Stage['actor'] =>
  stage.kind === 'open' && waits ? 'approver' : stage.actor;

/** Whether who asked is asked something in it: it comes to pass only where that is needed. */
export const asksRequester = ({ kind, actor }: Pick<Stage, 'kind' | 'actor'>): boolean =>
  kind === 'open' && actor === 'requester';

/** The statuses in which a request waits for who asked; where it waits for an approval, approvers act. */
export function asksOf({ stages, approvals }: Pick<ItemContent, 'stages' | 'approvals'>): readonly string[] {
  const waits = approvals.map(({ waitingStatusId }) => waitingStatusId);
  return stages
    .filter(asksRequester)
    .flatMap(({ statusIds }) => statusIds.filter((id) => !waits.includes(id)));
}

const DAY_MS = 86_400_000;

/** Whether the request ended because it was refused, or its requester took it back, before anybody approved it. */
export const endedUnapproved = ({ approvals }: Pick<RequestHead, 'approvals'>): boolean =>
  approvals.some(
    ({ state, voided }) =>
      state === 'declined' || voided?.because === 'withdrawn' || voided?.because === 'cancelled',
  );

/** Whether a request may be reopened: resolved or closed, not cancelled, and not longer ago than the item allows. */
export function mayReopen(
  content: Pick<ItemContent, 'actions'>,
  stage: Stage,
  endedAt: string | undefined,
  now: number,
): boolean {
  const { reopenToStatusId, reopenWithinDays } = content.actions;
  if (reopenToStatusId === undefined || (stage.kind !== 'resolved' && stage.kind !== 'closed')) return false;
  return endedAt === undefined || now - Date.parse(endedAt) <= reopenWithinDays * DAY_MS;
}

/** What the status of the issue makes of a request. `at` is when the status was reached (ms). */
export const withStatus = (
  request: RequestDocument,
  content: Pick<ItemContent, 'stages' | 'actions' | 'approvals'>,
  status: IssueStatus,
  at: number,
  now: number,
): RequestDocument => {
  const asked = asksOf(content).includes(status.id);
  return withKind(request, stageOf(content, status).kind, { at, now, asked, ...content.actions });
};
