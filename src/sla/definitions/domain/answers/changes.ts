/** Changing definitions safely: what a change would do, its scope, how it is followed and undone. */
import * as v from 'valibot';
import { whole } from '../../../../kernel/answers';
import { textAnswer } from '../../../../kernel/text-schema';
import { differenceSchema } from '../../../../kernel/diff';
import type { AnswerOf } from '../../../../kernel/call';
import type { Problem } from '../rules/problem';
import type { SlaDefinitions } from '../../../engine/model';
import { stateSchema } from '../../../engine/model/base';
import { MEMBER_KEYS } from '../sections/keys';

const instant = v.pipe(v.number(), v.integer());
/**
 * `new`: only cycles that start later follow the new rule. `future`: cycles under way keep the time counted and follow it
 * from then on. `replay`: cycles under way are measured again from their start. `closed`: so are those that ended since a
 * date. In all others finished cycles stay as they were judged.
 */
const scope = v.picklist(['new', 'future', 'replay', 'closed']);
export type ChangeScope = v.InferOutput<typeof scope>;

/** What somebody wants to save, and of which section: that says itself what is wrong with it, and how to mend it. */
export const targetSchema = v.object({
  section: v.picklist([...MEMBER_KEYS, 'agents']),
  value: whole<object>(),
});
export type ChangeTarget = AnswerOf<typeof targetSchema>;

export const planSchema = v.object({
  scope,
  /** `new` and `future`: when the new rule takes effect; now when left out. At most seven days ahead. */
  from: v.optional(instant),
  /** `closed`: cycles that ended after this instant are judged again. */
  closedSince: v.optional(instant),
});
export type ChangePlan = AnswerOf<typeof planSchema>;

/**
 * `none`: nothing differs. `words`: only what is shown; no clock changes. `unused`: what no clock counts on. `tells`: whom
 * escalations reach, and when. `goals`: how much time, in which hours. `conditions`: what starts, pauses and stops a clock.
 */
const impact = v.picklist(['none', 'words', 'unused', 'tells', 'goals', 'conditions']);
export type ChangeImpact = v.InferOutput<typeof impact>;

/** `scope`: the one offered first. */
export const assessedAnswer = v.object({
  impact,
  differences: v.array(differenceSchema),
  scope,
  problems: v.array(whole<Problem>()),
});

/** `metToBreached`, `breachedToMet`: finished cycles. `breachedNow`, `notBreached`: cycles under way; `appearsLate`: new ones, late at once. */
const FLIPS = [
  'metToBreached',
  'breachedToMet',
  'breachedNow',
  'notBreached',
  'due',
  'appears',
  'appearsLate',
  'disappears',
] as const;
export type FlipKind = (typeof FLIPS)[number];

const says = v.object({
  state: stateSchema,
  breached: v.boolean(),
  due: v.optional(v.number()),
  /** While paused without a known resume: when it would be due if it went on now. */
  ifResumed: v.optional(v.number()),
});
export type CycleSays = AnswerOf<typeof says>;

/** One cycle that says something else after a change; `null`: there is none. */
export const cycleChangeSchema = v.object({
  issueId: v.string(),
  issueKey: v.string(),
  metricId: v.string(),
  cycle: v.number(),
  kind: v.picklist(FLIPS),
  before: v.nullable(says),
  after: v.nullable(says),
});
export type CycleChange = AnswerOf<typeof cycleChangeSchema>;

export const countsSchema = v.object(v.entriesFromList(FLIPS, v.number()));
export type FlipCounts = AnswerOf<typeof countsSchema>;

export const dryRunSchema = v.object({
  id: v.string(),
  state: v.picklist(['running', 'done', 'failed']),
  /** Work items looked at, and about how many there are. */
  checked: v.number(),
  total: v.number(),
  /** Cycles under way of the metrics concerned. */
  openCycles: v.number(),
  /** Work items of which some cycle changes. */
  changedIssues: v.number(),
  counts: countsSchema,
  /** Verdicts that turn first, then moved due times; at most 200. */
  rows: v.array(cycleChangeSchema),
  /** The instant for which both rules were compared. */
  asOf: v.number(),
});
export type DryRun = AnswerOf<typeof dryRunSchema>;
export const dryRunStarted = v.object({ dryRun: dryRunSchema });
/** `null` when another has taken its place. */
export const dryRunAnswer = v.object({ dryRun: v.nullable(dryRunSchema) });

const recalculation = v.object({
  id: v.string(),
  state: v.picklist(['running', 'waiting', 'done', 'cancelled', 'failed']),
  reason: v.picklist(['installed', 'imported', 'definitions', 'asked']),
  /** The definitions version it brings records to; none for an import or an installation. */
  version: v.optional(v.number()),
  checked: v.number(),
  total: v.number(),
  percent: v.number(),
  changed: v.number(),
  startedAt: v.number(),
  /** While it waits for a change to take effect. */
  resumesAt: v.optional(v.number()),
});
export type Recalculation = AnswerOf<typeof recalculation>;
/** `null` when there never was one. */
export const recalculationAnswer = v.object({ recalculation: v.nullable(recalculation) });

const changeEntries = {
  version: v.number(),
  at: v.number(),
  by: v.string(),
  /** As in the audit: `sla.metric.saved`. */
  action: v.string(),
  subject: v.string(),
  subjectName: v.optional(textAnswer),
  differences: v.array(differenceSchema),
  /** None where no clock changed. */
  scope: v.optional(scope),
  from: v.optional(v.number()),
  closedSince: v.optional(v.number()),
  /** A rollback: the version it undid. */
  undoes: v.optional(v.number()),
  undoneBy: v.optional(v.number()),
  /** What its recalculation did; it may still be under way. */
  counts: v.optional(countsSchema),
  changedIssues: v.optional(v.number()),
  logPages: v.optional(v.number()),
};
/** A change as it is stored. */
export const changeSchema = v.object(changeEntries);
/** `undoUntil`: until when it can be undone; none when it can't be. */
const shownChange = v.object({ ...changeEntries, undoUntil: v.optional(v.number()) });
export type SlaChange = AnswerOf<typeof shownChange>;
export const changesAnswer = v.object({
  version: v.number(),
  changes: v.array(shownChange),
  ...recalculationAnswer.entries,
});
export const changeLogAnswer = v.object({ rows: v.array(cycleChangeSchema), pages: v.number() });

/** Of one page of work items: `next` asks for the page after. */
export const openCountsAnswer = v.object({
  counts: v.array(v.object({ id: v.string(), open: v.number(), late: v.number() })),
  checked: v.number(),
  next: v.optional(v.string()),
});
export type OpenCounts = AnswerOf<typeof openCountsAnswer>;

/** `recalculation`: none when no record has to be looked at. */
export const appliedAnswer = v.object({
  definitions: whole<SlaDefinitions>(),
  problems: v.array(whole<Problem>()),
  ...recalculationAnswer.entries,
});
export type ChangeApplied = AnswerOf<typeof appliedAnswer>;
