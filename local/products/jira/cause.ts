import { type Cause } from '../shared/events.ts';
import { type Call } from '../shared/router.ts';
import { accountOf } from '../users/directory.ts';

/** Calls that the app makes in a person's name say so with this header. */
const BY_APP = 'x-forge-app';

/** Who caused what a call changes. The app's own doing includes what it does in a person's name. */
export const causeOf = (call: Call): Cause => ({
  accountId: accountOf(call.actor),
  selfGenerated: call.actor.kind === 'app' || call.headers[BY_APP] === '1',
});
