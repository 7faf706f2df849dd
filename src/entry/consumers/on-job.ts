import type { InvocationError } from '@forge/events';
import { onJobEvent } from '../../work/jobs';
import { JOB_KINDS } from '../jobs';
import { retrying } from '../retry';

/** A long piece of work, resumed from its checkpoint. Safe to repeat. */
export const onJob = (payload: unknown): Promise<InvocationError | undefined> =>
  retrying('job', async () => {
    await onJobEvent(JOB_KINDS, payload);
    return undefined;
  });
