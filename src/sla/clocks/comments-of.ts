/** For screens that replay by themselves: how comments were judged is known to the app alone. */
import { isCurrent } from '../engine';
import {
  groupsInComments,
  judgedBy,
  type KeptComments,
  listensToComments,
  listensToInternal,
  MOST_KEPT,
} from '../engine/history';
import type { Fact, SlaDefinitions } from '../engine/model';
import { slaRecords } from './record/record-store';
import { readFullHistory } from './follow/forge-ports';
import { judgedIn } from './follow/rebuild';

export interface OwnKnowledge {
  readonly facts: readonly Fact[];
  /** Missing where no trigger listens to comments. */
  readonly comments?: KeptComments;
}

/**
 * The app's own facts about an issue, and how its comments are judged: as the record has it, so that a screen comes to the
 * verdict of the record. Where there is no such record, it does not hold them all, or the screen has read of comments that no
 * event has told of yet (`judge`), Jira is read once more. `shown`: what of the definitions the viewer has, who is told of no
 * comment that only the rest listens to.
 */
export async function knownOf(
  issueId: string,
  definitions: SlaDefinitions,
  shown: SlaDefinitions,
  judge: boolean,
): Promise<OwnKnowledge> {
  const record = await slaRecords.get(issueId);
  const facts = record?.facts ?? [];
  if (!listensToComments(shown)) return { facts };
  const kept = record?.comments ?? { by: judgedBy(definitions), of: {} };
  const good = !judge && record !== null && isCurrent(definitions, record.state.version);
  if (good && Object.keys(kept.of).length < MOST_KEPT)
    return { facts, comments: forViewer(kept, definitions, shown) };
  const full = await readFullHistory(issueId, definitions, record?.comments);
  const judged = full === null ? kept : judgedIn(full, record?.comments, definitions);
  return { facts, comments: forViewer(judged, definitions, shown) };
}

/** When internal comments were written is told only where a clock depends on it, and shows it anyway. */
function forViewer(
  { by, of }: KeptComments,
  definitions: SlaDefinitions,
  shown: SlaDefinitions,
): KeptComments {
  const internal = listensToInternal(shown);
  const named = groupsInComments(shown);
  const told = Object.entries(of).filter(([, { publicAt }]) => internal || publicAt !== null);
  return {
    // Judged by the same rule, as far as the viewer's definitions name what it asks.
    by: by === judgedBy(definitions) ? judgedBy(shown) : by,
    of: Object.fromEntries(
      told.map(([id, { groups, ...comment }]) => [
        id,
        { ...comment, ...(groups && { groups: groups.filter((group) => named.has(group)) }) },
      ]),
    ),
  };
}
