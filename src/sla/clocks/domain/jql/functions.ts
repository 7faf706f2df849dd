/** What each JQL function means, over the indexed display copy. */
import { amount, JqlRefusal, period } from './arguments';
import { all, among, any, type Clause, compare, empty, equal, quoted } from './clause';
import * as indexed from './indexed';
import { type Slot, someMetric } from './indexed';
import { NOTHING } from './nothing';

/** Functions that compare with the time of the search, which only a field takes. */
export const asksNow = (name: string): boolean =>
  ['slaBreached', 'slaEverBreached', 'slaAtRisk'].includes(name);

/** A function with its own arguments taken in. */
export interface Meaning {
  /** Of the issue as a whole. */
  readonly issue: Clause;
  /** Of one metric of it. */
  readonly metric: (slot: Slot) => Clause;
  /** Who can be counted as not being so: issues on which a clock has started, or that any metric measures. */
  readonly among: 'started' | 'measured';
}

export interface JqlFunction {
  /** Arguments before the metric. */
  readonly own: readonly { readonly name: string; readonly required: boolean }[];
  /**
   * `args` are the function's own, in order; those left out are undefined. `nextBreach`: Jira's field of that name, as
   * JQL writes it, if the site has it. Only a field can be compared with the time of the search.
   */
  readonly mean: (args: readonly (string | undefined)[], nextBreach?: string) => Meaning;
}

/** Where there is such a field: its time has passed. */
const passed = (field: string | undefined): readonly Clause[] =>
  field === undefined ? [] : [compare(field, '<', 'now()', empty(field))];
const within = (field: string, until: string): Clause =>
  all(compare(field, '>=', 'now()', empty(field)), compare(field, '<=', until, empty(field)));
/** Of the metrics of an issue this one will be breached next: the field tells its time. */
const isNext = (slot: Slot): Clause => equal(slot('next'), 'yes');

const state = (alias: string, ...states: readonly string[]): JqlFunction => ({
  own: [],
  mean: () => ({
    issue: equal(alias, 'yes'),
    metric: (slot) => among(slot('state'), states),
    among: 'started',
  }),
});

/** A comparison with a number of milliseconds that some metrics have; `lacks` says of which it is not known. */
const measure = (path: string, lacks: (slot: Slot) => Clause): JqlFunction => ({
  own: [{ name: 'comparison', required: true }],
  mean: ([text = '']) => {
    const { op, ms } = amount(text);
    const metric = (slot: Slot): Clause => compare(slot(path), op, String(ms), lacks(slot));
    return { issue: someMetric(metric), metric, among: 'started' };
  },
});

const paused: JqlFunction = {
  own: [{ name: 'reason', required: false }],
  mean: ([reason]) => {
    if (reason === undefined || reason.trim().toLowerCase() === 'any')
      return state(indexed.PAUSED, 'PAUSED').mean([]);
    if (['', NOTHING].includes(reason.trim()))
      throw new JqlRefusal('The reason is empty. Write "any" for pauses of every reason.');
    const metric = (slot: Slot): Clause => equal(slot('pauseReason'), reason.trim());
    return { issue: someMetric(metric), metric, among: 'started' };
  },
};

/** A breach is written when it happens; one that passed a moment ago is told by the time of the next. */
const breach = (issue: Clause, path: string, nextBreach: string | undefined): Meaning => ({
  issue: any(issue, ...passed(nextBreach)),
  metric: (slot) =>
    any(equal(slot(path), 'yes'), ...passed(nextBreach).map((late) => all(isNext(slot), late))),
  among: 'started',
});

const FINISHED = ['MET', 'BREACHED_STOPPED'];
/** Of `times`, where requesters are told the state alone: finished or not, the copy has no number. */
const WITHHELD = 'withheld';

/** By the name they have in JQL. The field holds a time only while a clock may still be breached, so its passing is a breach. */
export const FUNCTIONS: Readonly<Record<string, JqlFunction>> = {
  slaBreached: {
    own: [],
    mean: (_args, nextBreach) => breach(equal(indexed.STATE, 'breached'), 'breached', nextBreach),
  },
  slaEverBreached: {
    own: [],
    mean: (_args, nextBreach) => breach(equal(indexed.EVER_BREACHED, 'yes'), 'everBreached', nextBreach),
  },
  slaRunning: state(indexed.RUNNING, 'RUNNING'),
  slaPaused: paused,
  slaCompleted: state(indexed.COMPLETED, ...FINISHED),
  slaNotStarted: {
    own: [],
    mean: () => ({
      issue: equal(indexed.NOT_STARTED, 'yes'),
      metric: (slot) => equal(slot('state'), 'NOT_STARTED'),
      among: 'measured',
    }),
  },
  slaCancelled: state(indexed.CANCELLED, 'CANCELLED'),
  slaExcused: {
    own: [],
    mean: () => ({
      issue: equal(indexed.EXCUSED, 'yes'),
      metric: (slot) => equal(slot('excused'), 'yes'),
      among: 'started',
    }),
  },
  slaAtRisk: {
    own: [{ name: 'within', required: true }],
    mean: ([text = ''], nextBreach) => {
      const until = period(text);
      if (nextBreach === undefined) throw new Error('Jira does not know the field for the next breach yet.');
      const soon = within(nextBreach, until);
      return { issue: soon, metric: (slot) => all(isNext(slot), soon), among: 'started' };
    },
  },
  slaRemaining: measure('remainingMs', (slot) => among(slot('times'), ['none', 'goal', WITHHELD])),
  slaElapsed: measure('elapsedMs', (slot) =>
    any(
      all(...FINISHED.map((one) => compare(slot('state'), '!=', quoted(one)))),
      equal(slot('times'), WITHHELD),
    ),
  ),
  slaTarget: measure('goalMs', (slot) => among(slot('times'), ['none', 'remaining', WITHHELD])),
};
