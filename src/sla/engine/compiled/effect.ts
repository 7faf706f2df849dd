/** What something that happens can mean to a metric: bits. */
export const EFFECT = {
  /** It can cause an action. */
  moves: 1,
  /** It can mean another goal, target or calendar. */
  goal: 2,
  /** It can move the instant a start is dated from. */
  start: 4,
} as const;
