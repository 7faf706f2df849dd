import type { InvocationError } from '@forge/events';
import * as v from 'valibot';
import { adoptRequests } from '../../requests';
import { adoptableIssues, runBackfill, runDryRun } from '../../sla';
import { mendKnowledge } from '../knowledge-byline';
import { retrying } from '../retry';

const eventSchema = v.object({
  body: v.object({ kind: v.picklist(['backfill', 'dryRun']), id: v.string() }),
});

/** A long piece of work, resumed from its checkpoint. Safe to repeat. */
export const onJob = (payload: unknown): Promise<InvocationError | undefined> =>
  retrying('job', async () => {
    const event = v.safeParse(eventSchema, payload);
    if (event.success && event.output.body.kind === 'dryRun') await runDryRun(event.output.body.id);
    else if (event.success) {
      await runBackfill(event.output.body.id, (page) => adoptRequests(adoptableIssues(page)));
      // An imported catalog recommends pages that have no byline yet.
      await mendKnowledge();
    }
    return undefined;
  });
