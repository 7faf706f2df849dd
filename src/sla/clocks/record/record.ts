/** What is stored per issue: a cache of the replay, the app's own facts, and what escalations have done. */
import * as v from 'valibot';
import type { ReadOnly } from '../../../kernel/read-only';
import type { Wanted } from '../../../platform/storage/together';
import type { SlaState } from '../../engine';
import { fromLetters } from '../../engine/machine/codec';
import { keptCommentsSchema } from '../../engine/history/kept-schema';
import type { Fact, Instant } from '../../engine/model';

const instant = v.number();
const state = v.pipe(
  v.looseObject({
    schema: v.literal(1),
    dv: v.number(),
    issueId: v.string(),
    m: v.array(v.looseObject({ y: v.array(v.looseObject({})) })),
  }),
  v.transform((stored) => fromLetters(stored) as SlaState),
);
/**
 * How far an escalation has come: `s`kipped, `d`one, `p`assed before its clock began, `h`eld (all is done but telling people,
 * which waits until an instant), or claimed.
 *
 * A claim is an attempt: since when at all and since when by its present owner, how many of its actions are done, by which
 * queue event, and what it is about: everything (left out), all but telling people (`q`uiet), or only telling people, by the
 * release run named after the `m`. It outlives a crash, so that the next attempt looks before it acts again.
 */
const act = v.union([
  v.picklist(['s', 'd', 'p']),
  v.strictTuple([v.literal('h'), instant]),
  v.strictTuple([instant, instant, v.number(), v.string()]),
  v.strictTuple([instant, instant, v.number(), v.string(), v.string()]),
]);
export type Act = ReadOnly<v.InferOutput<typeof act>>;
export type Deferred = Extract<Act, readonly ['h', number]>;
export type Claim = Exclude<Act, string | Deferred>;

export const isDeferred = (act?: Act): act is Deferred => typeof act === 'object' && act[0] === 'h';
export const isClaim = (act: Act | undefined): act is Claim => typeof act === 'object' && act[0] !== 'h';

const fact = v.custom<Fact>((value) =>
  v.is(v.looseObject({ kind: v.string(), at: v.number(), id: v.string() }), value),
);

export const recordSchema = v.object({
  schema: v.literal(1),
  rev: v.number(),
  projectId: v.string(),
  requester: v.nullable(v.string()),
  /** The engine's compact state; it names the issue and the definitions version it was computed with. */
  state,
  /** Pauses, extensions, excuses and approvals: what Jira's own history does not hold. */
  facts: v.array(fact),
  /** What was seen of comments when they were first read; none where no trigger listens to comments. */
  comments: v.optional(keptCommentsSchema),
  /** The newest changelog entry and comment that a full reading of Jira's history included. */
  base: v.object({ at: instant, change: v.number(), comment: v.number() }),
  /** Events taken in since the full reading: `h12` changelog entries, `c7` comments. */
  seen: v.array(v.string()),
  acts: v.record(v.string(), act),
  /** Fingerprint of what the work items above have been told of its clocks; none when there was never anything to tell. */
  told: v.optional(v.string()),
  /** Work items above that have been told something. */
  parents: v.optional(v.array(v.string())),
  /** Fingerprint of the display copy Jira has; empty when it could not be written. */
  shown: v.string(),
  /** `y` while a cycle is under way, `n` afterwards, `g`one with its issue. */
  open: v.picklist(['y', 'n', 'g']),
  /** When something must happen next; none when nothing ever will by itself. */
  nextAt: v.optional(instant),
  /** What must happen has failed; nothing while it has not. */
  putOff: v.optional(v.strictTuple([v.number(), instant])),
  /** The earliest due instant of a cycle under way, passed or not: the order of the live board. Gone: when to forget it. */
  nextBreachAt: v.optional(instant),
  updatedAt: instant,
});
export type SlaRecord = ReadOnly<v.InferOutput<typeof recordSchema>>;
export type Base = SlaRecord['base'];

/** Fixed width, so that text order is time order. */
export const isoInstant = (at: Instant): string => new Date(at).toISOString();

export const RECORD_ENTITY = 'sla-record';

/** The record of an issue, to be read with other rows. */
export const recordAt = (issueId: string): Wanted<SlaRecord> => ({
  entity: RECORD_ENTITY,
  key: issueId,
  schema: recordSchema,
});
