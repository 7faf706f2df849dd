/** What of the board is shown, as the address says it, so that a view can be passed on. */
import type { Board } from '../../../../src/sla/board/domain/answers';
import { isWallboard } from '../wallboard';
import type { Clock, Urgency } from './clock';

export const CARDS = ['overdue', 'hour', 'fourHours', 'today', 'likely', 'paused'] as const;
export type Card = (typeof CARDS)[number];
export const GROUPINGS = ['urgency', 'team', 'reason'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface Filter {
  /** Only this card's clocks. */
  readonly card: Card | null;
  readonly groupBy: Grouping;
  readonly metricId: string | null;
  readonly spaceId: string | null;
  readonly team: string | null;
  /** For a screen on the wall: large, without anything to press. */
  readonly wallboard: boolean;
}

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | null =>
  values.find((each) => each === value) ?? null;

/** The filter in an address; what it does not know it leaves out. */
export const filterFrom = (search: URLSearchParams): Filter => ({
  card: oneOf(CARDS, search.get('show')),
  groupBy: oneOf(GROUPINGS, search.get('group')) ?? 'urgency',
  metricId: search.get('metric'),
  spaceId: /^\d{1,18}$/.exec(search.get('space') ?? '')?.[0] ?? null,
  team: search.get('team'),
  wallboard: isWallboard(search),
});

/** The address of a filter; defaults are left out. */
export function searchOf(filter: Filter): URLSearchParams {
  const parts: readonly (readonly [string, string | null])[] = [
    ['show', filter.card],
    ['group', filter.groupBy === 'urgency' ? null : filter.groupBy],
    ['metric', filter.metricId],
    ['space', filter.spaceId],
    ['team', filter.team],
    ['wallboard', filter.wallboard ? 'on' : null],
  ];
  return new URLSearchParams(
    parts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as [string, string]])),
  );
}

/** Without forecasts nothing is likely. */
export const cardsOf = ({ forecasts }: Pick<Board, 'forecasts'>): readonly Card[] =>
  CARDS.filter((card) => card !== 'likely' || forecasts);

/** The urgencies a card stands for: "today" holds the next hour too. What is likely to be late can be anywhere but late. */
const OF_CARD: Readonly<Record<Card, readonly Urgency[]>> = {
  overdue: ['overdue'],
  hour: ['hour'],
  fourHours: ['hour', 'fourHours'],
  today: ['hour', 'fourHours', 'today'],
  likely: ['hour', 'fourHours', 'today', 'later', 'paused'],
  paused: ['paused'],
};

/** Late in the evening the next four hours reach past midnight: then "today" ends first. */
export const isOnCard = ({ urgency, row }: Clock, card: Card, endOfDay: number): boolean =>
  OF_CARD[card].includes(urgency) &&
  (card !== 'today' || (row.dueTime ?? Infinity) <= endOfDay) &&
  (card !== 'likely' || row.forecast !== undefined);

/** The team a clock belongs to: what Jira's Team field says, else the space the work is in. */
export const teamOf = ({ row }: Clock): string => row.team ?? row.space.name;

/** What the filter leaves, its card aside: the cards count these. */
export const within = (clocks: readonly Clock[], { metricId, team }: Filter): readonly Clock[] =>
  clocks.filter(
    (clock) =>
      (metricId === null || clock.row.metricId === metricId) && (team === null || teamOf(clock) === team),
  );
