import { type Clock, URGENCIES } from './clock';
import { type Grouping, teamOf } from './filter';

export interface Group {
  /** An urgency, a team's name or a pause reason; null: none. */
  readonly key: string | null;
  readonly clocks: readonly Clock[];
}

const keyOf = (clock: Clock, groupBy: Grouping): string | null => {
  if (groupBy === 'team') return teamOf(clock);
  if (groupBy === 'reason') return clock.row.pauseReason ?? null;
  return clock.urgency;
};

/**
 * Clocks in groups, each in the order given: urgencies as they press, teams and reasons by how much stands under them.
 * What is not paused comes last among the reasons.
 */
export function groupsOf(clocks: readonly Clock[], groupBy: Grouping): readonly Group[] {
  const groups = new Map<string | null, Clock[]>();
  for (const clock of clocks) {
    const key = keyOf(clock, groupBy);
    groups.set(key, [...(groups.get(key) ?? []), clock]);
  }
  const all = [...groups].map(([key, members]) => ({ key, clocks: members }));
  if (groupBy === 'urgency') {
    const rank = (key: string | null): number => URGENCIES.findIndex((urgency) => urgency === key);
    return all.sort((left, right) => rank(left.key) - rank(right.key));
  }
  const weight = ({ key, clocks: members }: Group): number => (key === null ? -1 : members.length);
  return all.sort((left, right) => weight(right) - weight(left));
}
