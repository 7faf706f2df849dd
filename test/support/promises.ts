import { definitions } from '../../src/sla/testing/definitions';
import { storeDefinitions } from '../../src/sla/testing/stored';

/** From now on a delivery is promised within four hours, by the clock. */
export const promiseFourHours = (): Promise<void> => storeDefinitions(definitions);
