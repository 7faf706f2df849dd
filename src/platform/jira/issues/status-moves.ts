import { fieldOfItem } from '../../../sla/engine/history/changes';
import { changelogsOf } from './history-search';

/** From one status to another, by their ids, at an instant (UTC, ms). */
export interface StatusMove {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/** Of so many issues Jira is asked at once. */
const AT_ONCE = 500;

/** How issues went from status to status, oldest first, as the app sees them; those that never did, or are gone, are left out. */
export async function statusMovesOf(
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StatusMove[]>> {
  const found = new Map<string, readonly StatusMove[]>();
  for (let start = 0; start < issueIds.length; start += AT_ONCE) {
    const changes = await changelogsOf(issueIds.slice(start, start + AT_ONCE), ['status']);
    for (const [id, entries] of changes) {
      const moves = entries.flatMap(({ created, items }) =>
        items
          .filter((item) => fieldOfItem(item) === 'status')
          .map(({ from, to }) => ({ at: created, from: from ?? '', to: to ?? '' })),
      );
      if (moves.length > 0)
        found.set(
          id,
          moves.toSorted((a, b) => a.at - b.at),
        );
    }
  }
  return found;
}
