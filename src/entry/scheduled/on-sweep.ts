import { log } from '../../platform/log';
import { planDue } from '../../sla';
import { sweepSteps } from '../../work/due-steps';
import { sweepJobs } from '../../work/jobs';
import { JOB_KINDS } from '../jobs';
import { stepRunner } from '../steps';

/** What Forge records as a run that went well. */
export const DONE = { statusCode: 204 };

/** Every five minutes: plans what falls due before long, carries out what still follows decisions, and takes up long work that was lost. A run that fails is made good by the next. */
export async function onSweep(): Promise<typeof DONE> {
  try {
    const planned = await planDue();
    if (planned > 0) log.info('sweep.planned', { planned });
  } catch (error) {
    log.error('sweep.failed', error);
  }
  try {
    await sweepSteps(stepRunner);
  } catch (error) {
    log.error('sweep.steps.failed', error);
  }
  try {
    await sweepJobs(JOB_KINDS, Date.now());
  } catch (error) {
    log.error('sweep.jobs.failed', error);
  }
  return DONE;
}
