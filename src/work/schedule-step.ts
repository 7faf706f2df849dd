import { pushEvents } from '../platform/queue/push';

/** Asks the queue to look at a row of steps again in so many seconds; what is not taken, the sweep finds. */
export const scheduleStep = async (id: string, seconds: number): Promise<void> =>
  void (await pushEvents('steps', [{ body: { id }, delaySeconds: seconds }]));
