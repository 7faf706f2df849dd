/** What the rest of the app may ask of people. */
import type { PersonRecord } from './domain/person';
import { peopleStore } from './store';

export { nameAssistant, type Ordering, dropAssistant, orderingOf, orderingOn } from './assistants';
export { ordersOn } from './domain/ordering';
export type { PersonRecord } from './domain/person';
export { managerOf, placeOf, standInOf } from './domain/read';
export { type Found, peopleFound } from './found';
export { peopleStore } from './store';

/**
 * What is said of some accounts; those of whom nothing is said are left out. Nobody orders any more for whose account is gone.
 * Strongly consistent.
 */
export const recordsOf = async (accountIds: readonly string[]): Promise<ReadonlyMap<string, PersonRecord>> =>
  new Map(
    [...(await peopleStore.read(accountIds))].map(([id, { value, state }]) => [
      id,
      state === 'gone' ? { ...value, assistants: [] } : value,
    ]),
  );
