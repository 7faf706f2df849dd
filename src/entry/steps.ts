/** Who carries out what follows decisions: the subjects' kinds of steps, and the queue that looks again. */
import { pushEvents } from '../platform/queue/push';
import { requestSteps, type StepPorts } from '../requests';
import type { RunnerPorts } from '../work/carry-out';

const QUEUE = 'steps';

/** The runner, with requests reached through these ports: as the person who calls, or as the app alone. */
export const runnerWith = (requests: StepPorts): RunnerPorts => ({
  registry: { request: requestSteps(requests) },
  now: Date.now,
  wake: async (id, seconds) => void (await pushEvents(QUEUE, [{ body: { id }, delaySeconds: seconds }])),
});
