/** What is stored per issue: a cache of the replay, the app's own facts, and what escalations have done. */
import * as v from 'valibot';
import type { PutOff } from '../../../kernel/put-off';
import type { Wanted } from '../../../platform/storage/together';
import type { SlaState } from '../../engine';
import { fromLetters } from '../../engine/machine/codec';
import type { KeptComments } from '../../engine/history';
import { COMMENT_AUTHORS } from '../../definitions/domain/rules/comment-authors';
import type { Fact, Instant } from '../../engine/model';

/**
 * An attempt at an escalation: since when at all and since when by its present owner, how many of its actions are
 * done, by which queue event, and what it is about: everything (left out), all but telling people (`q`uiet), or only
 * telling people, by the release run named after the `m`. A claim outlives a crash, so that the next attempt looks
 * before it acts again.
 */
export type Claim = readonly [
  firstClaimedAt: Instant,
  claimedAt: Instant,
  actionsDone: number,
  owner: string,
  phase?: string,
];
/** All is done but telling people, which waits until an instant. */
export type Deferred = readonly ['h', until: Instant];
/** How far an escalation has come: `s`kipped, `d`one, `p`assed before its clock began, held, or claimed. */
export type Act = 's' | 'd' | 'p' | Deferred | Claim;

export const isDeferred = (act?: Act): act is Deferred => typeof act === 'object' && act[0] === 'h';
export const isClaim = (act: Act | undefined): act is Claim => typeof act === 'object' && act[0] !== 'h';

/** The newest changelog entry and comment that a full reading of Jira's history included. */
export interface Base {
  readonly at: Instant;
  readonly change: number;
  readonly comment: number;
}

export interface SlaRecord {
  readonly schema: 1;
  readonly rev: number;
  readonly projectId: string;
  readonly requester: string | null;
  /** The engine's compact state; it names the issue and the definitions version it was computed with. */
  readonly state: SlaState;
  /** Pauses, extensions, excuses and approvals: what Jira's own history does not hold. */
  readonly facts: readonly Fact[];
  /** What was seen of comments when they were first read; none where no trigger listens to comments. */
  readonly comments?: KeptComments;
  readonly base: Base;
  /** Events taken in since the full reading: `h12` changelog entries, `c7` comments. */
  readonly seen: readonly string[];
  readonly acts: Readonly<Record<string, Act>>;
  /** Fingerprint of what the work items above have been told of its clocks; none when there was never anything to tell. */
  readonly told?: string;
  /** Work items above that have been told something. */
  readonly parents?: readonly string[];
  /** Fingerprint of the display copy Jira has; empty when it could not be written. */
  readonly shown: string;
  /** `y` while a cycle is under way, `n` afterwards, `g`one with its issue. */
  readonly open: 'y' | 'n' | 'g';
  /** When something must happen next; none when nothing ever will by itself. */
  readonly nextAt?: Instant;
  /** What must happen has failed; nothing while it has not. */
  readonly putOff?: PutOff;
  /** The earliest due instant of a cycle under way, passed or not: the order of the live board. Gone: when to forget it. */
  readonly nextBreachAt?: Instant;
  readonly updatedAt: Instant;
}

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
const fact = v.custom<Fact>((value) =>
  v.is(v.looseObject({ kind: v.string(), at: v.number(), id: v.string() }), value),
);

const keptComment = v.object({
  author: v.optional(v.picklist(COMMENT_AUTHORS)),
  created: instant,
  publicAt: v.optional(v.nullable(instant)),
  edited: v.optional(instant),
  groups: v.optional(v.array(v.string())),
});

export const recordSchema: v.GenericSchema<unknown, SlaRecord> = v.object({
  schema: v.literal(1),
  rev: v.number(),
  projectId: v.string(),
  requester: v.nullable(v.string()),
  state,
  facts: v.array(fact),
  comments: v.optional(v.object({ by: v.string(), of: v.record(v.string(), keptComment) })),
  base: v.object({ at: instant, change: v.number(), comment: v.number() }),
  seen: v.array(v.string()),
  acts: v.record(
    v.string(),
    v.union([
      v.picklist(['s', 'd', 'p']),
      v.strictTuple([v.literal('h'), v.number()]),
      v.strictTuple([v.number(), v.number(), v.number(), v.string()]),
      v.strictTuple([v.number(), v.number(), v.number(), v.string(), v.string()]),
    ]),
  ),
  told: v.optional(v.string()),
  parents: v.optional(v.array(v.string())),
  shown: v.string(),
  open: v.picklist(['y', 'n', 'g']),
  nextAt: v.optional(instant),
  putOff: v.optional(v.strictTuple([v.number(), instant])),
  nextBreachAt: v.optional(instant),
  updatedAt: instant,
});

/** Fixed width, so that text order is time order. */
export const isoInstant = (at: Instant): string => new Date(at).toISOString();

export const RECORD_ENTITY = 'sla-record';

/** The record of an issue, to be read with other rows. */
export const recordAt = (issueId: string): Wanted<SlaRecord> => ({
  entity: RECORD_ENTITY,
  key: issueId,
  schema: recordSchema,
});
