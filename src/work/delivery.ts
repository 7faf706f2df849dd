/** Who works on something for a queue event: another keeps off until the lease ends. */
import { LEASE_MS } from './lease';

/** Which delivery of which queue event acts: a retry knows that the tries before it are over. */
export interface Delivery {
  readonly eventId: string;
  readonly retry: number;
}

/** What a claim of theirs says. */
export const ownerOf = ({ eventId, retry }: Delivery): string => `${eventId}/${retry}`;

/** Until when somebody else may still be at work on what was claimed at an instant; `undefined` when nobody is. */
export function takenUntil(
  claimedAt: number,
  owner: string,
  { eventId, retry }: Delivery,
  now: number,
): number | undefined {
  const end = claimedAt + LEASE_MS;
  const [event, tried] = owner.split('/');
  const isOver = event === eventId && Number(tried) < retry;
  return end <= now || isOver ? undefined : end;
}
