import type { PublishedItem } from '../../catalog/domain/model';
import { masked } from '../../catalog/domain/form/secrets';
import type { LocalizedText } from '../../kernel/text';
import { auditRequest } from './audit-request';
import type { RequestDocument } from '../domain/model';
import { updateRequest } from './update-request';

export interface Change {
  readonly change: 'confirm' | 'reopen' | 'cancel';
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

/**
 * Writes down what the requester's action made of the request; the same again changes nothing. Where another writes at the same
 * moment it is made again of what they wrote: a decision is not lost by a request that is cancelled meanwhile.
 */
export const settleChange = (
  id: string,
  { change, by, reason, at }: Change,
  itemName: LocalizedText,
): Promise<void> =>
  updateRequest(id, (request) => {
    if (request === null) return { answer: undefined };
    const entry = {
      at,
      by,
      action: change === 'cancel' ? 'request.cancelled' : 'request.reopened',
      changes: [],
      reason,
    };
    const also = change === 'confirm' ? [] : [auditRequest(request, itemName, entry, `${id}:${change}`)];
    return { next: CHANGES[change](request, by, at), also, answer: undefined };
  });

/** Whether an action is still to be written down: what was resolved again since stays so. */
export const isUnsettled = ({ resolvedAt = '' }: RequestDocument, { change, at }: Change): boolean =>
  change !== 'reopen' || resolvedAt <= at;

type By = Omit<Change, 'change'>;

/** A request that ends without a work item: what was secret in it is for nobody any more. */
export const endedBefore = (request: RequestDocument, item: PublishedItem | null, closedAt: string) => ({
  ...request,
  state: 'closed' as const,
  closedAt,
  answers: item ? masked(item.content.form, request.answers) : request.answers,
});

/** A request that its requester takes back before there is a work item, and its entry in the audit. */
export const withdrawn = (request: RequestDocument, { by, reason, at }: By, item: PublishedItem) => ({
  next: endedBefore(CHANGES.cancel(request, by, at), item, at),
  also: [
    auditRequest(
      request,
      item.content.name,
      { at, by, action: 'request.cancelled', changes: [], reason },
      `${request.id}:cancel`,
    ),
  ],
});

type Made = (request: RequestDocument, by: string, at: string) => RequestDocument;

const CHANGES: Readonly<Record<Change['change'], Made>> = {
  confirm: ({ closesAt: _, ...request }, _by, at) => ({
    ...request,
    state: 'closed',
    confirmedAt: at,
    closedAt: at,
  }),
  reopen: ({
    resolvedAt: _resolved,
    closesAt: _closes,
    closedAt: _closed,
    confirmedAt: _confirmed,
    ...request
  }) => ({
    ...request,
    state: 'open',
  }),
  // A pending approval is void with it.
  cancel: ({ closesAt: _, ...request }, by, at) => ({
    ...request,
    approvals: request.approvals.map((each) =>
      each.state === 'pending' ? { ...each, state: 'void', voided: { because: 'withdrawn', by, at } } : each,
    ),
    state: 'closed',
    closedAt: at,
  }),
};
