/** Who carries out what follows decisions, when nobody calls: each subject's kinds of steps, as the app. */
import { requestPorts, runnerWith, withoutPerson } from '../requests';
import type { RunnerPorts } from '../work/carry-out';

export const stepRunner: RunnerPorts = runnerWith(withoutPerson(requestPorts));
