import { sweepJobs } from '../../work/jobs';
import { timerChores } from '../../work/timers';
import { JOB_KINDS } from '../jobs';
import { tellFollowers, tellJoiners } from '../../requests/background';
import { TIMERS } from '../timers';
import { DONE, runChores } from './chores';

/** Every five minutes: takes up long work that was lost, and carries out or plans what falls due. A run that fails is made good by the next. */
export async function onSweep(): Promise<typeof DONE> {
  const now = Date.now();
  await runChores('sweep', {
    jobs: () => sweepJobs(JOB_KINDS, now),
    tellFollowers: () => tellFollowers(now),
    tellJoiners: () => tellJoiners(now),
    ...timerChores(TIMERS, now),
  });
  return DONE;
}
