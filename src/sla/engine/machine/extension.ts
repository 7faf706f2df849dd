import type { Calendar } from '../calendar/calendar';
import type { DurationMs, Instant } from '../model';
import { byHand } from '../compiled/cause';
import type { CompiledMetric } from '../compiled/compiled';
import { type Context, note } from './context';
import { accrue, elapsedOf, ongoingOf, retarget } from './cycle';
import type { CycleState, MetricRun, StoredExtension } from './state';

/** The extensions that count: what was given before a reset went with what had been counted. */
const inForce = ({ extensions = [], startedAt }: CycleState): readonly StoredExtension[] =>
  extensions.filter(([at]) => at >= startedAt);

/** How much longer than its goal's target a cycle may take. */
export const extensionsOf = (cycle: CycleState): DurationMs =>
  cycle.extensions === undefined ? 0 : inForce(cycle).reduce((sum, each) => sum + each[1], 0);

/** Where an extension moves a due instant: never to an earlier one. */
const moved = (calendar: Calendar, due: Instant, [at, ms, from]: StoredExtension): Instant =>
  Math.max(due, calendar.addWorking(from === 't' ? due : at, ms));

/** A negotiated date with the cycle's extensions on top, in the order in which they were given. */
export const extendedDue = (cycle: CycleState, calendar: Calendar, fixed: Instant): Instant =>
  inForce(cycle).reduce((due, each) => moved(calendar, due, each), fixed);

/** More time: after the target, or from now (never less than before). */
export const extendCycle = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  extension: { readonly ms: number; readonly from: 'target' | 'now'; readonly reason: string },
): void => {
  const cycle = ongoingOf(run.cycles);
  if (!cycle || cycle.targetMs === null) return;
  const { at } = context;
  const { ms, from } = extension;
  const calendar = context.compiled.calendar(cycle.calendarId);
  const given: StoredExtension = [at, ms, from === 'target' ? 't' : 'n', context.by, extension.reason];
  const reached = cycle.fixedDue ?? cycle.dueUnmoved;
  const elapsed = elapsedOf(cycle, calendar, at);
  const target = from === 'target' ? cycle.targetMs + ms : Math.max(cycle.targetMs, elapsed + ms);
  const { dueIsDate: fixed, dueUnmoved: nominal } = cycle;
  accrue(cycle, calendar, at);
  retarget(cycle, calendar, at, target);
  if (reached !== undefined) placeDue(cycle, moved(calendar, reached, given), at, { fixed, nominal });
  cycle.extensions = [...(cycle.extensions ?? []), given];
  note(context, metric, 'extend', byHand(extension.reason));
};

/** Puts a due instant that was fixed or nominal where the extension moved it. */
const placeDue = (
  cycle: CycleState,
  due: Instant,
  at: Instant,
  was: { readonly fixed?: 1; readonly nominal?: Instant },
): void => {
  if (was.fixed) {
    cycle.fixedDue = due;
    cycle.dueIsDate = 1;
    if (due > at) cycle.breachedAt = undefined;
  } else if (due <= at) cycle.fixedDue = due;
  else if (was.nominal !== undefined && cycle.runningSince !== undefined) cycle.dueUnmoved = due;
};
