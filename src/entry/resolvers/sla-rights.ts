/** Who may do what to a clock by hand: those who edit the issue may pause it; only SLA managers move or excuse a promise. */
import * as v from 'valibot';
import { mayEditIssue } from '../../platform/jira/issue-access';
import { forbidden } from '../../shared/domain/errors';
import type { Caller } from './caller';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
/** Everybody who follows the promise reads it. */
const reason = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(500));
const MOST_EXTENSION_MS = 365 * 24 * 3_600_000;

export const actionSchema = v.variant('kind', [
  v.object({
    kind: v.literal('pause'),
    metricId: v.optional(id),
    reason,
    resumeAt: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  v.object({ kind: v.literal('resume'), metricId: v.optional(id) }),
  v.object({
    kind: v.literal('extend'),
    metricId: id,
    ms: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_EXTENSION_MS)),
    from: v.picklist(['target', 'now']),
    reason,
  }),
  v.object({
    kind: v.literal('excuse'),
    metricId: id,
    cycle: v.pipe(v.number(), v.integer(), v.minValue(1)),
    category: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
    reason,
  }),
]);

interface Rights {
  readonly pause: boolean;
  readonly extend: boolean;
  readonly excuse: boolean;
}

/** An app admin may extend but not excuse: whoever runs the app does not judge its breaches. */
export async function rightsOf(caller: Caller, issueId: string): Promise<Rights> {
  const [{ roles, jiraAdmin }, edits] = await Promise.all([caller.standing(), mayEditIssue(issueId)]);
  const slaManager = roles.includes('slaManager');
  const administers = jiraAdmin || roles.includes('admin');
  return { pause: edits || slaManager || administers, extend: slaManager || administers, excuse: slaManager };
}

/** @throws AppFailure FORBIDDEN */
export async function mayAct(
  caller: Caller,
  issueId: string,
  kind: 'pause' | 'resume' | 'extend' | 'excuse',
): Promise<void> {
  const rights = await rightsOf(caller, issueId);
  if (rights[kind === 'resume' ? 'pause' : kind]) return;
  throw forbidden(
    kind === 'pause' || kind === 'resume'
      ? 'permission to edit this work item'
      : 'the permission Pledge SLA manager',
  );
}
