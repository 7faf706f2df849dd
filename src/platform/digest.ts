import { createHash } from 'node:crypto';
import { canonical } from '../kernel/same-values';

/** A short name for a value: equal values have the same, others practically never. The order of keys does not count. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(canonical(value)).digest('base64url').slice(0, 22);
