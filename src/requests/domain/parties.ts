import type { AccountId } from '../../catalog/domain/model';
import type { RequestDocument } from './model';

type Parties = Pick<RequestDocument, 'requester' | 'requestedFor'>;

/** Whether somebody asked for somebody else. */
export const isForOther = ({ requester, requestedFor }: Parties): boolean => requester !== requestedFor;

/** Whether it is this person's own request: asked by them, or for them. */
export const isPartyOf = ({ requester, requestedFor }: Parties, accountId: AccountId): boolean =>
  accountId === requester || accountId === requestedFor;
