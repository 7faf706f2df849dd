import type { InvocationError } from '@forge/events';
import * as v from 'valibot';
import { adoptRequests } from '../../requests';
import { adoptableIssues, runBackfill, runCount, runDryRun, runLearning } from '../../sla';
import { mendKnowledge } from '../../knowledge';
import { retrying } from '../retry';

const eventSchema = v.object({
  body: v.object({ kind: v.picklist(['backfill', 'dryRun', 'forecast', 'compliance']), id: v.string() }),
});

const WORK: Readonly<
  Record<'backfill' | 'dryRun' | 'forecast' | 'compliance', (id: string) => Promise<void>>
> = {
  dryRun: runDryRun,
  forecast: runLearning,
  compliance: runCount,
  async backfill(id) {
    await runBackfill(id, (page) => adoptRequests(adoptableIssues(page)));
    // An imported catalog recommends pages that have no byline yet.
    await mendKnowledge();
  },
};

/** A long piece of work, resumed from its checkpoint. Safe to repeat. */
export const onJob = (payload: unknown): Promise<InvocationError | undefined> =>
  retrying('job', async () => {
    const event = v.safeParse(eventSchema, payload);
    if (event.success) await WORK[event.output.body.kind](event.output.body.id);
    return undefined;
  });
