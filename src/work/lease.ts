/** How long whoever works on something has it to themselves: no single try lives longer. One that has not ended by then is dead. */
export const LEASE_MS = 60_000;
