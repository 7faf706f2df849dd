import type { AccountId } from '../../catalog/domain/model';
import type { RequestApproval, RequestHead } from './model';

type Parties = Pick<RequestHead, 'requester' | 'beneficiary'>;

/** Whether somebody asked for somebody else. */
export const isForOther = ({ requester, beneficiary }: Parties): boolean => requester !== beneficiary;

/** Whether it is this person's own request: asked by them, or for them. */
export const isPartyOf = ({ requester, beneficiary }: Parties, accountId: AccountId): boolean =>
  accountId === requester || accountId === beneficiary;

/** Those of the approvers who have not decided yet. */
export const undecided = ({ approvers, decisions }: RequestApproval): readonly AccountId[] =>
  approvers.filter((approver) => decisions.every(({ by }) => by !== approver));
