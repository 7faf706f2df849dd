import type { InvocationError } from '@forge/events';
import { requestBackfill } from '../../sla';
import { retrying } from '../retry';

/**
 * Installed, or upgraded to a new major version: adopts the requests that issues carry and computes records for open
 * issues in the background. Right after an installation the app may not be let in yet; then Forge is asked to come again.
 */
export const onLifecycle = (): Promise<InvocationError | undefined> =>
  retrying('lifecycle', async () => {
    await requestBackfill('installed');
    return undefined;
  });
