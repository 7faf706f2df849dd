/** The names under which the manifest has Jira index the display copy. A test compares them with it. */
import { SLA_PROPERTY } from '../../../../kernel/names';
import { type Clause, compare } from './clause';

export const STATE = 'pledgeSlaState';
export const EVER_BREACHED = 'pledgeEverBreached';
export const RUNNING = 'pledgeRunning';
export const PAUSED = 'pledgePaused';
export const COMPLETED = 'pledgeCompleted';
export const CANCELLED = 'pledgeCancelled';
export const EXCUSED = 'pledgeExcused';
export const NOT_STARTED = 'pledgeNotStarted';

const PROPERTY = `issue.property['${SLA_PROPERTY}']`;

/** So many metrics of an issue are searchable one by one. */
const SLOTS = 6;

/** How to ask for one of the metrics of an issue by what it says. */
export type Slot = (path: string) => string;

const slots: readonly Slot[] = Array.from(
  { length: SLOTS },
  (_none, index) => (path) => `${PROPERTY}.metrics.m${index + 1}.${path}`,
);

/** Some metric of the issue is so. */
export const someMetric = (test: (slot: Slot) => Clause): Clause => ({
  kind: 'some',
  parts: slots.map(test),
  missing: (nth) => compare(`${PROPERTY}.measured`, '<', String(nth)),
});
