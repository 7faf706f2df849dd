import { AppFailure } from './errors';
import type { Senseless } from './result';

/** What makes no sense as things stand: the screen says `why` in its reader's language. */
export const senseless = (why: Senseless): AppFailure =>
  new AppFailure('BAD_REQUEST', `Refused: ${why}.`, { params: { why } });
