import * as v from 'valibot';
import { entityStore } from '../../platform/storage/entities';
import type { Write } from '../../platform/storage/transact';
import type { RequestApproval, RequestDocument } from '../domain/model';

/** What one person is, or was, asked about one request. */
const rowSchema = v.object({
  requestId: v.string(),
  /** The step's place among the request's approvals, from 0. */
  step: v.number(),
  approver: v.string(),
  state: v.picklist(['pending', 'approved', 'declined', 'void']),
  startedAt: v.string(),
});
export type ApprovalRow = Readonly<v.InferOutput<typeof rowSchema>>;

/** A row per step and decider: an index holds one person, so that whom a request waits for is found by rows, never in lists. */
export const approvalRows = entityStore<ApprovalRow>({
  name: 'approval',
  anchor: 'approver',
  schema: rowSchema,
  attributes: (row) => ({
    approver: row.approver,
    state: row.state,
    startedAt: row.startedAt,
    requestId: row.requestId,
  }),
});

const keyOf = ({ requestId, step, approver }: ApprovalRow): string => `${requestId}:${step}:${approver}`;

/** A row that a change of a request makes or turns, or drops. */
export interface ApprovalRowChange {
  readonly row: ApprovalRow;
  readonly dropped: boolean;
}

/** The rows that a change of a request touches: nobody is asked before the issue is there. */
export function approvalRowChanges(
  before: RequestDocument | null,
  after: RequestDocument,
): readonly ApprovalRowChange[] {
  const former = before ? rowsOf(before) : [];
  const stateOf = new Map(former.map((row) => [keyOf(row), row.state]));
  const rows = rowsOf(after);
  const kept = new Set(rows.map(keyOf));
  return [
    ...rows.filter((row) => stateOf.get(keyOf(row)) !== row.state).map((row) => ({ row, dropped: false })),
    ...former.filter((row) => !kept.has(keyOf(row))).map((row) => ({ row, dropped: true })),
  ];
}

export const approvalRowWrite = ({ row, dropped }: ApprovalRowChange): Write =>
  dropped ? approvalRows.erase(keyOf(row), 'any') : approvalRows.write(keyOf(row), row, 'any');

const rowsOf = ({ id, state, approvals }: RequestDocument): readonly ApprovalRow[] =>
  state === 'creating'
    ? []
    : approvals.flatMap((approval, step) =>
        approval.approvers.map((approver) => ({
          requestId: id,
          step,
          approver,
          state: stateFor(approval, approver),
          startedAt: approval.startedAt,
        })),
      );

/** What they decided themselves; else what became of the step, `void` for them once others have ended it. */
function stateFor(approval: RequestApproval, approver: string): ApprovalRow['state'] {
  const own = approval.decisions.find(({ by }) => by === approver);
  if (own !== undefined) return own.decision;
  return approval.state === 'pending' ? 'pending' : 'void';
}
