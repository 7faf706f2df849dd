import { AppFailure } from '../../kernel/errors';

/** A screen of another version of the app asks what this one does not answer: `what` names the call, or where it differs. */
export const screenOutdated = (what: Readonly<Record<string, string>>): AppFailure =>
  new AppFailure('SCREEN_OUTDATED', 'The screen is of another version of the app.', { params: what });
