/** Who carries out what follows decisions, when nobody calls: each subject's kinds of steps, as the app. */
import { requestPorts, requestSteps, withoutPerson } from '../requests';
import type { RunnerPorts } from '../work/carry-out';
import { scheduleStep } from '../work/schedule-step';

export const stepRunner: RunnerPorts = {
  registry: { request: requestSteps(withoutPerson(requestPorts)) },
  now: Date.now,
  schedule: scheduleStep,
};
