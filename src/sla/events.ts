/** What the SLA makes of an event about a work item. */
import { issueRowAt } from '../platform/storage/issue-row';
import { type Follower, NOTHING } from '../work/issue-events';
import { CONFLICT } from '../work/update';
import { DEFINITIONS_HEAD } from './definitions/stored/definitions-at';
import { recordAt } from './clocks/record/record';
import { recordWrites } from './clocks/record/record-writes';
import { loadedForEvent, slaPorts } from './clocks/follow/forge-ports';
import { following } from './clocks/follow/decide-event';

export const slaFollower: Follower = {
  name: 'sla',
  wanted: (issueId) => [recordAt(issueId), issueRowAt(issueId), DEFINITIONS_HEAD],
  follow(event) {
    const { issueId } = event;
    const decide = following(slaPorts, event);
    return async (rows) => {
      const loaded = await loadedForEvent(issueId, {
        record: rows.of(recordAt(issueId)),
        issueRow: rows.of(issueRowAt(issueId)),
        head: rows.of(DEFINITIONS_HEAD),
      });
      if (loaded === null) return CONFLICT;
      const decided = await decide(loaded);
      if (typeof decided === 'string') return NOTHING;
      const { record, expect, after } = decided;
      return { writes: recordWrites(record, expect), after };
    };
  },
};
