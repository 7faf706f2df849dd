/** What each JQL function means, over the indexed display copy. */
import { amount, JqlRefusal, period } from './arguments';
import { all, among, any, type Clause, compare, equal } from './clause';
import * as indexed from './indexed';
import { type Slot, someMetric } from './indexed';

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
  /** `args` are the function's own, in order; those left out are undefined. */
  readonly mean: (args: readonly (string | undefined)[]) => Meaning;
}

const passed = (field: string): Clause => compare(field, '<', 'now()');
const within = (field: string, until: string): Clause =>
  all(compare(field, '>=', 'now()'), compare(field, '<=', until));

const state = (alias: string, ...states: readonly string[]): JqlFunction => ({
  own: [],
  mean: () => ({
    issue: equal(alias, 'yes'),
    metric: (slot) => among(slot('state'), states),
    among: 'started',
  }),
});

/** A comparison with a number of milliseconds that some metrics have. */
const measure = (path: string): JqlFunction => ({
  own: [{ name: 'comparison', required: true }],
  mean: ([text = '']) => {
    const { op, ms } = amount(text);
    const metric = (slot: Slot): Clause => compare(slot(path), op, String(ms));
    return { issue: someMetric(metric), metric, among: 'started' };
  },
});

const paused: JqlFunction = {
  own: [{ name: 'reason', required: false }],
  mean: ([reason]) => {
    if (reason === undefined || reason.trim().toLowerCase() === 'any')
      return state(indexed.PAUSED, 'PAUSED').mean([]);
    if (reason.trim() === '')
      throw new JqlRefusal('The reason is empty. Write "any" for pauses of every reason.');
    const metric = (slot: Slot): Clause => equal(slot('pauseReason'), reason.trim());
    return { issue: someMetric(metric), metric, among: 'started' };
  },
};

/** By the name they have in JQL. `breachesAt` exists only while a clock may still be breached, so its passing is a breach. */
export const FUNCTIONS: Readonly<Record<string, JqlFunction>> = {
  slaBreached: {
    own: [],
    mean: () => ({
      issue: any(equal(indexed.STATE, 'breached'), passed(indexed.NEXT_DUE)),
      metric: (slot) => any(equal(slot('breached'), 'yes'), passed(slot('breachesAt'))),
      among: 'started',
    }),
  },
  slaEverBreached: {
    own: [],
    mean: () => ({
      issue: any(equal(indexed.EVER_BREACHED, 'yes'), passed(indexed.NEXT_DUE)),
      metric: (slot) => any(equal(slot('everBreached'), 'yes'), passed(slot('breachesAt'))),
      among: 'started',
    }),
  },
  slaRunning: state(indexed.RUNNING, 'RUNNING'),
  slaPaused: paused,
  slaCompleted: state(indexed.COMPLETED, 'MET', 'BREACHED_STOPPED'),
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
    mean: ([text = '']) => {
      const until = period(text);
      return {
        issue: within(indexed.NEXT_DUE, until),
        metric: (slot) => within(slot('breachesAt'), until),
        among: 'started',
      };
    },
  },
  slaRemaining: measure('remainingMs'),
  slaElapsed: measure('elapsedMs'),
  slaTarget: measure('goalMs'),
};
