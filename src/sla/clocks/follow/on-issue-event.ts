/** The SLA record of one issue, brought to what an event or Jira tells, without the other subjects. */
import type { IssueEvent } from '../../../work/issue-event';
import { CONFLICT, untilWritten } from '../../../work/update';
import { type Decide, type EventOutcome, following, reread } from './decide-event';
import type { Loaded, SlaPorts } from './ports';
import { readingOnce } from './reading-once';
import { write } from './persist';

export type { EventOutcome } from './decide-event';

/** One storage read and at most one conditional write. @throws AppFailure STORAGE_BUSY when others kept writing. */
export const onIssueEvent = (ports: SlaPorts, event: IssueEvent): Promise<EventOutcome> =>
  writing(ports, () => ports.loadForEvent(event.issueId), following(ports, event));

/** Replays an issue from Jira, whatever is stored. @throws AppFailure STORAGE_BUSY when others kept writing. */
export const rereadIssue = (ports: SlaPorts, issueId: string): Promise<EventOutcome> => {
  const readOnce = readingOnce(ports);
  return writing(
    ports,
    () => ports.load(issueId),
    ({ record, definitions }) => reread({ ports, readOnce }, issueId, record, definitions),
  );
};

const writing = (ports: SlaPorts, load: () => Promise<Loaded>, decide: Decide): Promise<EventOutcome> =>
  untilWritten(async () => {
    const decided = await decide(await load());
    if (typeof decided === 'string') return decided;
    return (await write(ports, decided)) === 'done' ? decided.outcome : CONFLICT;
  });
