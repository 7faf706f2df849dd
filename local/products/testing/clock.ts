import { type Clock } from '../../kernel/types.ts';

/** A clock for tests that stands still until told. */
export function standingClock(start: number): Clock & { set(at: number): void } {
  let at = start;
  return {
    now: () => at,
    set: (next) => {
      at = next;
    },
    advance: async (ms) => {
      at += ms;
    },
  };
}
