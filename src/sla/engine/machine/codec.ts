/** How a state is stored: under one or two letters each, as every write is paid by its size. */
import type { CycleState, MetricRun, SlaState } from './state';

type Letters = Readonly<Record<string, string>>;

const STATE: Letters = { version: 'dv', fields: 'f', revisions: 'rv', runs: 'm' } satisfies {
  [name in keyof SlaState]?: string;
};

const RUN: Letters = {
  id: 'id',
  startHeld: 'lv',
  pauseHeld: 'pl',
  pendingSince: 'pd',
  pendingWhy: 'na',
  waitsForScope: 'ws',
  stoppedFirst: 'sb',
  pausedByHand: 'mp',
  holdingChildren: 'ch',
  breachedChildren: 'cb',
  pauses: 'q',
  earlier: 'h',
  cycles: 'y',
} satisfies Record<keyof MetricRun, string>;

const CYCLE: Letters = {
  number: 'n',
  startedAt: 's',
  endedAt: 'e',
  cancelledWhy: 'x',
  goalIndex: 'g',
  targetMs: 't',
  calendarId: 'c',
  changes: 'v',
  workedMs: 'a',
  wallMs: 'w',
  runningSince: 'r',
  pausedSince: 'p',
  pauseReason: 'pr',
  reasonSince: 'ps',
  pauseEndsAt: 'ra',
  reasonEndsAt: 'rc',
  pausedMs: 'pb',
  fixedDue: 'd',
  dueIsDate: 'k',
  dueUnmoved: 'bd',
  firstDue: 'o',
  breachedAt: 'b',
  everBreached: 'eb',
  breachTold: 'bn',
  extensions: 'xs',
  excused: 'ex',
  judged: 'z',
} satisfies Record<keyof CycleState, string>;

/** Every key is there from the start: objects of one shape are what makes a replay quick. */
export const UNSET_CYCLE: Partial<CycleState> = Object.fromEntries(
  Object.keys(CYCLE).map((name) => [name, undefined]),
);

const back = (letters: Letters): Letters =>
  Object.fromEntries(Object.entries(letters).map(([name, letter]) => [letter, name]));

/** Under the other names, with the rows under one of them renamed as well. */
const renamed =
  (names: Letters, rows?: string, row?: (each: object) => object) =>
  (value: object): object =>
    Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        names[key] ?? key,
        key === rows && row !== undefined ? (each as readonly object[]).map(row) : (each as unknown),
      ]),
    );

/** What is stored of a state. */
export const toLetters = renamed(STATE, 'runs', renamed(RUN, 'cycles', renamed(CYCLE)));

/** The state again; what is no state stays none. */
export const fromLetters = renamed(back(STATE), 'm', renamed(back(RUN), 'y', renamed(back(CYCLE))));
