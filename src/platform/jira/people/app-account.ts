import api, { route } from '@forge/api';
import * as v from 'valibot';
import { readJira } from '../client';

const selfSchema = v.object({ accountId: v.string() });

/**
 * The app's own account on this site. It is the same after a reinstall, and nobody can write as it: what it made is
 * the app's, whatever properties other people's comments and work items carry.
 */
export async function appAccountId(): Promise<string> {
  const self = await readJira(api.asApp().requestJira(route`/rest/api/3/myself`), selfSchema);
  return self.accountId;
}
