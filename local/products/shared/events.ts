import { type ProductEvent } from '../../kernel/types.ts';
import { accountOf } from '../users/directory.ts';
import { type Call } from './router.ts';

/** Who caused a change, and whether it was the app. */
export interface Cause {
  readonly accountId: string | undefined;
  readonly selfGenerated: boolean;
}

/** Calls that the app makes in a person's name say so with this header. */
const BY_APP = 'x-forge-app';

/** Who caused what a call changes. The app's own doing includes what it does in a person's name. */
export const causeOf = (call: Call): Cause => ({
  accountId: accountOf(call.actor),
  selfGenerated: call.actor.kind === 'app' || call.headers[BY_APP] === '1',
});

export interface EventHub {
  emit(event: ProductEvent): void;
  on(listener: (event: ProductEvent) => void): void;
}

/** Hands events to whoever listens, in order of subscription. */
export function createEventHub(): EventHub {
  const listeners: ((event: ProductEvent) => void)[] = [];
  return {
    on: (listener) => void listeners.push(listener),
    emit: (event) => listeners.forEach((listener) => listener(event)),
  };
}
