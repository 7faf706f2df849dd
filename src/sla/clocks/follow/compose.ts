/** From a state to what is stored of it and shown of it. */
import { withoutEarlier } from '../../engine/report/earlier';
import { dueEscalations, nextInstants, partsOfKey } from '../../engine/replay/escalation';
import { reportOf } from '../../engine/replay/replay';
import type { SlaState } from '../../engine/machine/state';
import type { Instant, SlaDefinitions, SlaReport } from '../../engine/model';
import { canonical } from '../../../kernel/same-values';
import { type Act, isDeferred, type SlaRecord } from '../record/record';
import { crossingsOf } from '../../engine/related/crossings';
import { childSignature } from '../../engine/related/signature';
import { fingerprintOf, printOf } from '../display-copy/fingerprint';
import { propertyOf, type PropertyValues } from '../display-copy/property';

/** What decides a record; the rest follows from it. */
export type Draft = Pick<
  SlaRecord,
  'projectId' | 'requester' | 'state' | 'facts' | 'comments' | 'base' | 'seen' | 'acts' | 'told' | 'parents'
>;

export interface Composed {
  readonly record: SlaRecord;
  readonly report: SlaReport;
  readonly display: PropertyValues;
}

/** The report of a state; a fact may be stamped a little later than this machine's clock. */
export const reportAt = (definitions: SlaDefinitions, state: SlaState, now: Instant): SlaReport =>
  reportOf(definitions, state, Math.max(now, state.lastFact?.[0] ?? 0));

/** No fingerprint is this: whatever was told must be told again. */
export const NOTIFY_AGAIN = '';

/** What a record must have told the work items above; undefined while none of its clocks concerns them. */
export function toldOf(definitions: SlaDefinitions, report: SlaReport): string | undefined {
  const signature = childSignature(crossingsOf(definitions), report);
  return signature === '' ? undefined : printOf(signature);
}

/** How much the app knows of an issue that Jira's history does not tell; what is remembered of comments counts as one. */
export const ownFacts = ({ facts, comments }: Pick<SlaRecord, 'facts' | 'comments'>): number =>
  facts.length + (comments === undefined ? 0 : 1);

/** Keys that need nothing any more. */
export const doneKeys = (acts: Readonly<Record<string, Act>>): ReadonlySet<string> =>
  new Set(Object.entries(acts).flatMap(([key, act]) => (act === 's' || act === 'd' ? [key] : [])));

/**
 * The next revision of a record, its report and its display copy. `nextAt` is in the past while an
 * escalation waits to be carried out or the work items above wait to be told, else the next planned instant (one that is exactly now included) or the end of
 * the wait of a held message; nothing for an issue at rest. Of finished cycles only the last are stored (ADR 0013).
 */
export function compose(
  draft: Draft,
  before: SlaRecord | null,
  definitions: SlaDefinitions,
  now: Instant,
): Composed {
  const report = reportAt(definitions, draft.state, now);
  const display = propertyOf(report, definitions, ownFacts(draft));
  const acts = currentActs(draft);
  const { fire } = dueEscalations(definitions, draft.state, now, doneKeys(acts));
  const [next] = nextInstants(definitions, draft.state, now - 1);
  const pending = fire.map(({ key, at }) => {
    const former = acts[key];
    return isDeferred(former) ? former[1] : at;
  });
  const soonest = Math.min(...pending, pending.some((at) => at <= now) ? Infinity : (next?.at ?? Infinity));
  // Work items above are told at once; what is awaited already stays where it stands, so that equal records are equal.
  const telling =
    draft.told === toldOf(definitions, report) ? Infinity : Math.min(before?.nextAt ?? now, now);
  const earliest = Math.min(soonest, telling);
  const nextAt = Number.isFinite(earliest) ? earliest : undefined;
  const dues = report.metrics.flatMap(({ ongoingCycle }) => ongoingCycle?.dueTime ?? []);
  const open = report.metrics.some(({ ongoingCycle }) => ongoingCycle !== undefined);
  const record: SlaRecord = {
    schema: 1,
    rev: (before?.rev ?? 0) + 1,
    projectId: draft.projectId,
    requester: draft.requester,
    state: withoutEarlier(draft.state, report.metrics),
    facts: draft.facts,
    ...(draft.comments === undefined ? {} : { comments: draft.comments }),
    base: draft.base,
    seen: draft.seen,
    acts,
    ...(draft.told === undefined ? {} : { told: draft.told }),
    ...(draft.parents === undefined || draft.parents.length === 0 ? {} : { parents: draft.parents }),
    shown: fingerprintOf(display),
    open: open ? 'y' : 'n',
    ...(nextAt === undefined ? {} : { nextAt }),
    // What is tried again is still put off; whatever else happens next has not failed yet.
    ...(before?.putOff !== undefined && nextAt === before.nextAt ? { putOff: before.putOff } : {}),
    ...(dues.length === 0 ? {} : { nextBreachAt: Math.min(...dues) }),
    updatedAt: now,
  };
  return { record, report, display };
}

/**
 * Keys of cycles that are over can't come back, nor can times a level has repeated since: they are dropped, which
 * keeps the record small.
 */
const currentActs = ({ acts, state }: Draft): Readonly<Record<string, Act>> => {
  const current = state.runs.flatMap(({ id, cycles }) =>
    cycles.length === 0 ? [] : [`${id}:${cycles.at(-1)?.number ?? 0}:`],
  );
  const latest = new Map<string, number>();
  for (const key of doneKeys(acts)) {
    const [base, nth] = partsOfKey(key);
    latest.set(base, Math.max(nth, latest.get(base) ?? 0));
  }
  const versions = state.runs.map(
    ({ id, cycles }) => [`${id}:${cycles.at(-1)?.number ?? 0}:`, cycles.at(-1)?.changes ?? 0] as const,
  );
  const outdated = (key: string): boolean => {
    const [base, nth] = partsOfKey(key);
    if (nth < (latest.get(base) ?? 0)) return true;
    // A held message of a promise that has changed since is told by the level's next key, or not at all.
    const version = versions.find(([head]) => key.startsWith(head))?.[1];
    return isDeferred(acts[key]) && !base.endsWith(`:${version}`);
  };
  return Object.fromEntries(
    Object.entries(acts).filter(([key]) => current.some((head) => key.startsWith(head)) && !outdated(key)),
  );
};

/** Whether any metric has, had or awaits a cycle: an issue outside every scope gets no record. */
export const concerns = (report: SlaReport): boolean =>
  report.metrics.some(({ state }) => state !== 'NOT_APPLICABLE');

/** Whether two revisions say the same of the issue: which events were seen on the way does not matter. */
export const saysTheSame = (left: SlaRecord, right: SlaRecord): boolean => essence(left) === essence(right);

const essence = ({
  rev: _rev,
  base: _base,
  seen: _seen,
  nextBreachAt: _breach,
  putOff: _putOff,
  updatedAt: _updated,
  state: { version, issueKey, fields, runs },
  ...rest
}: SlaRecord): string => canonical({ ...rest, state: { version, issueKey, fields, runs } });
