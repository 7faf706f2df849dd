/** What a product event about an issue means for its SLA record. */
import { advance } from '../domain';
import { crossingsOf, isRelationItem } from '../domain/children';
import { fieldsOfIssue, outOfEveryScope } from '../domain/history';
import type { SlaDefinitions } from '../domain/model';
import type { IssueEvent } from '../issue-event';
import type { SlaRecord } from '../record';
import type { Draft } from './compose';
import { continuationOf } from './continuation';
import { forget } from './forget';
import type { Loaded, SlaPorts } from './ports';
import { rebuild } from './rebuild';
import { TELL_AGAIN } from './tell-above';
import { settle } from './settle';

export type EventOutcome =
  'unchanged' | 'saved' | 'outOfScope' | 'seen' | 'irrelevant' | 'gone' | 'contended';

const ATTEMPTS = 4;
/** Events remembered since the last full reading. */
const MEMORY = 16;

/**
 * One storage read and at most one conditional write. Jira is asked only when the event does not continue
 * what is stored. Safe to repeat, in any order, and beside another handler of the same issue.
 * `contended` when others kept writing: try again later.
 */
export const onIssueEvent = (ports: SlaPorts, event: IssueEvent): Promise<EventOutcome> =>
  persistently(ports, event.issueId, (loaded) => handle(ports, event, loaded));

/** Replays an issue from Jira, whatever is stored. */
export const rereadIssue = (ports: SlaPorts, issueId: string): Promise<EventOutcome> =>
  persistently(ports, issueId, ({ record, definitions }) => reread(ports, issueId, record, definitions));

/** Decides again on what is stored by then, when somebody else wrote in between. */
async function persistently(
  ports: SlaPorts,
  issueId: string,
  decide: (loaded: Loaded) => Promise<EventOutcome | 'conflict'>,
): Promise<EventOutcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const outcome = await decide(await ports.load(issueId));
    if (outcome !== 'conflict') return outcome;
  }
  return 'contended';
}

async function handle(
  ports: SlaPorts,
  event: IssueEvent,
  { record, definitions }: Loaded,
): Promise<EventOutcome | 'conflict'> {
  if (event.kind === 'deleted')
    return record === null || record.open === 'g' ? 'gone' : forget(ports, record);
  if (record?.open === 'g') return reread(ports, event.issueId, record, definitions);
  if (record === null) {
    if (definitions.metrics.length === 0 || certainlyOutside(event, definitions)) return 'outOfScope';
    return reread(ports, event.issueId, null, definitions);
  }
  const continuation = continuationOf(event, record, definitions);
  switch (continuation.kind) {
    case 'seen':
      return 'seen';
    case 'irrelevant': {
      const retold = retelling(event, record, definitions);
      return retold === record ? 'irrelevant' : settle(ports, retold, record, definitions);
    }
    case 'doubt':
      return reread(ports, event.issueId, record, definitions, retelling(event, record, definitions));
    case 'continues': {
      const draft: Draft = {
        ...retelling(event, record, definitions),
        state: advance(definitions, record.state, continuation.facts),
        seen: [...record.seen, continuation.mark].slice(-MEMORY),
      };
      return settle(ports, draft, record, definitions);
    }
  }
}

/** Replays Jira's whole history of an issue into its record; `base` is what the record goes on from. */
async function reread(
  ports: SlaPorts,
  issueId: string,
  record: SlaRecord | null,
  definitions: SlaDefinitions,
  base = record,
): Promise<EventOutcome | 'conflict'> {
  const full = await ports.readHistory(issueId, definitions);
  if (full === null) return record === null || record.open === 'g' ? 'gone' : forget(ports, record);
  return settle(ports, rebuild(full, base, definitions), record, definitions);
}

/** A record whose work items above may be others now, and must be told again; the record itself when nothing says so. */
const retelling = (event: IssueEvent, record: SlaRecord, definitions: SlaDefinitions): SlaRecord => {
  if (record.told === undefined || crossingsOf(definitions).length === 0) return record;
  const moved = event.kind === 'updated' && event.entry?.items.some(isRelationItem) === true;
  return moved ? { ...record, told: TELL_AGAIN } : record;
};

/** Project and type are in every event; an issue they rule out costs no call to Jira. */
const certainlyOutside = ({ fields }: IssueEvent, definitions: SlaDefinitions): boolean => {
  const told = ['projectId', 'issuetype'].filter(
    (field) => fields[field === 'projectId' ? 'project' : field],
  );
  return outOfEveryScope(definitions, fieldsOfIssue(fields, new Set(told), {}));
};
