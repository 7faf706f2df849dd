import { pageAddress } from '../../addresses';

/** The part of an agreement's address that tells how it was kept. */
export const COMPLIANCE = 'compliance';

/** How an agreement was kept, in the period under way or the one of that key. */
export const complianceAddress = (agreementId: string, period?: string): string =>
  pageAddress('agreements', agreementId, COMPLIANCE) +
  (period === undefined ? '' : `?${new URLSearchParams({ period }).toString()}`);
