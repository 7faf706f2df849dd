import { type ProductEvent } from '../../kernel/types.ts';

/** Who caused a change, and whether it was the app. */
export interface Cause {
  readonly accountId: string | undefined;
  readonly selfGenerated: boolean;
}

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
