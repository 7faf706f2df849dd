import type { Agreement } from '../../../src/sla/engine/model';

const OPTIONAL = [
  'parentId',
  'serviceId',
  'validFrom',
  'validTo',
  'responsible',
  'reviewDate',
  'pageId',
  'terms',
] as const;

/** An agreement whose emptied fields are left out, as its schema wants them. */
export function withoutEmpty(agreement: Agreement): Agreement {
  const kept = Object.entries(agreement).filter(
    ([key, value]) => !(OPTIONAL.some((each) => each === key) && (value === undefined || value === '')),
  );
  return Object.fromEntries(kept) as unknown as Agreement;
}
