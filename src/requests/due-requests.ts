import { putOffAfter } from '../kernel/put-off';
import { inTurn, type TimerKind } from '../work/timers';
import { update } from '../work/update';
import { closeResolved } from './close-resolved';
import type { RequestHead } from './domain/model';
import { remindApprovers, type RemindPorts } from './approvals/remind-approvers';
import { heads } from './records/store';

/** Requests that close by themselves, and those whose approvers are reminded. */
export const requestTimersWith = (ports: RemindPorts): TimerKind<RequestHead> => ({
  name: 'requests',
  rows: heads,
  quota: 200,
  aheadMs: 0,
  take: (found) => inTurn(found, ports.now, (head) => lookAt(head, ports)),
});

/** Does what is due of a request. What can't be done is left alone for a while. */
async function lookAt({ id, closesAt }: RequestHead, ports: RemindPorts): Promise<void> {
  try {
    await (closesAt === undefined ? remindApprovers(id, ports) : closeResolved(id, ports.now()));
  } catch (error) {
    await update<RequestHead, undefined>(heads, id, (head) =>
      head === null
        ? { answer: undefined }
        : { next: { ...head, putOff: putOffAfter(head.putOff, error, ports.now()) }, answer: undefined },
    );
    throw error;
  }
}
