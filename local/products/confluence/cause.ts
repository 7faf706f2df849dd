import { type Cause } from '../shared/events.ts';
import { type Call } from '../shared/router.ts';
import { accountOf } from '../users/directory.ts';

/** Who caused what a call changes; calls the app makes in a person's name say so with a header. */
export const causeOf = (call: Call): Cause => ({
  accountId: accountOf(call.actor),
  selfGenerated: call.actor.kind === 'app' || call.headers['x-forge-app'] === '1',
});
