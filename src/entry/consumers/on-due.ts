import type { InvocationError } from '@forge/events';
import * as v from 'valibot';
import { ownersOfItem } from '../../catalog';
import { actOnDue } from '../../sla/background';
import { again, retrying } from '../retry';

const eventSchema = v.object({
  eventId: v.optional(v.string(), ''),
  body: v.object({ issueId: v.string(), at: v.number(), gatherUntil: v.optional(v.number()) }),
  retryContext: v.optional(v.object({ retryCount: v.optional(v.number(), 0) })),
});

/** A clock's due instant, or an escalation's, or the end of quiet hours, has come. Safe to repeat. */
export const onDue = (payload: unknown): Promise<InvocationError | undefined> =>
  retrying('due', async () => {
    const event = v.safeParse(eventSchema, payload);
    if (!event.success) return undefined;
    const { body, eventId, retryContext } = event.output;
    const outcome = await actOnDue(body, { eventId, retry: retryContext?.retryCount ?? 0 }, ownersOfItem);
    return outcome.kind === 'later' ? again(outcome.afterMs / 1000) : undefined;
  });
