import { AppFailure } from './errors';

/** What makes no sense as things stand: the screen says `why` in its reader's language. */
export const senseless = (why: string): AppFailure =>
  new AppFailure('BAD_REQUEST', `Refused: ${why}.`, { params: { why } });
