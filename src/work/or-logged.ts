import { log } from '../platform/log';

/** What comes of one of many. Where it fails, that is logged, and `otherwise` comes of it: it keeps no others waiting. */
export async function orLogged<T>(event: string, run: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await run();
  } catch (error) {
    log.error(event, error);
    return otherwise;
  }
}
