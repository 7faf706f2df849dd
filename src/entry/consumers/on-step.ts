import type { InvocationError } from '@forge/events';
import * as v from 'valibot';
import { carryOutDue } from '../../work/due-steps';
import { retrying } from '../retry';
import { stepRunner } from '../steps';

const eventSchema = v.object({ body: v.object({ id: v.string() }) });

/** What follows a decision is tried again. Safe to repeat: whoever claims the row has it. */
export const onStep = (payload: unknown): Promise<InvocationError | undefined> =>
  retrying('step', async () => {
    const event = v.safeParse(eventSchema, payload);
    if (event.success) await carryOutDue(event.output.body.id, stepRunner);
    return undefined;
  });
