import { log } from '../../platform/log';
import { reconcileNow } from '../../sla';
import { DONE } from './on-sweep';

/** Every hour: finds what events missed. A run that fails is made good by the next. */
export async function onReconcile(): Promise<typeof DONE> {
  try {
    await reconcileNow();
  } catch (error) {
    log.error('reconcile.failed', error);
  }
  return DONE;
}
