import { AppFailure } from '../../kernel/errors';

/** A screen of another version of the app asks what this one does not answer. */
export const screenOutdated = (what: string): AppFailure =>
  new AppFailure('SCREEN_OUTDATED', `The screen is of another version of the app: ${what}.`);
