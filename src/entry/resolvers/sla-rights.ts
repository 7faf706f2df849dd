/** Who may do what to a clock by hand. */
import * as v from 'valibot';
import { rightsOnIssue } from '../../platform/jira/issue-access';
import { forbidden } from '../../kernel/errors';
import { EXCUSE_CATEGORIES, type SlaPolicy } from '../../sla/domain/policy/model';
import type { Standing } from '../../platform/identity/roles';
import { type Caller, holds } from '../../platform/identity/caller';

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
    category: v.picklist(EXCUSE_CATEGORIES),
    reason,
  }),
]);

interface Rights {
  readonly pause: boolean;
  readonly extend: boolean;
  readonly excuse: boolean;
  /** Without the rights of an SLA manager: the limits for those who fulfil hold. */
  readonly alone: boolean;
  /** Whether they see clocks that are hidden from requesters: who may edit the issue, and whoever sees every clock. */
  readonly agent: boolean;
}

/** Whether somebody sees clocks that are hidden from requesters on whatever work item they may browse. */
export const seesEveryClock = (standing: Standing): boolean => holds(standing, ['slaManager', 'auditor']);

/**
 * Pausing: who holds the project permission, who may edit the issue unless the settings say otherwise, admins and SLA
 * managers. Extending: the project permission, and SLA managers. Beyond the limits, and excusing: SLA managers alone.
 * Whoever runs the app neither moves its promises nor judges its breaches (features §9.1).
 */
export async function rightsOf(caller: Caller, issueId: string, policy: SlaPolicy): Promise<Rights> {
  const [standing, own] = await Promise.all([caller.standing(), rightsOnIssue(issueId)]);
  const { roles, jiraAdmin } = standing;
  const slaManager = roles.includes('slaManager');
  const admin = jiraAdmin || roles.includes('admin');
  return {
    pause: slaManager || admin || own.pause || (policy.pauseBy === 'editors' && own.edit),
    extend: slaManager || own.extend,
    excuse: slaManager,
    alone: !slaManager,
    agent: own.edit || seesEveryClock(standing),
  };
}

const NEEDED = {
  pause: 'the project permission Pause SLA clocks',
  extend: 'the project permission Extend SLA targets, or the permission Pledge SLA manager',
  excuse: 'the permission Pledge SLA manager',
} as const;

/** What the caller may do on the issue, once this action is among it. @throws AppFailure FORBIDDEN */
export async function mayAct(
  caller: Caller,
  issueId: string,
  kind: 'pause' | 'resume' | 'extend' | 'excuse',
  policy: SlaPolicy,
): Promise<Rights> {
  const rights = await rightsOf(caller, issueId, policy);
  const right = kind === 'resume' ? 'pause' : kind;
  if (rights[right]) return rights;
  throw forbidden(
    right === 'pause' && policy.pauseBy === 'editors' ? 'permission to edit this work item' : NEEDED[right],
  );
}
