/** Who may do what to a clock by hand. */
import { forbidden } from '../../kernel/errors';
import { type Caller, holds } from '../../platform/identity/caller';
import type { Standing } from '../../platform/identity/roles';
import { rightsOnIssue } from '../../platform/jira/issues/issue-access';
import type { SlaAction } from '../definitions/domain/policy/action';
import { type Limits, limitsOf } from '../definitions/domain/policy/limits';
import type { SlaPolicy } from '../definitions/domain/policy/model';
import { readPolicy } from '../definitions/stored/policy-store';

export interface Rights {
  readonly may: { readonly pause: boolean; readonly extend: boolean; readonly excuse: boolean };
  /** How far they may go: without the rights of an SLA manager those for who fulfils. */
  readonly limits: Limits;
  /** Whether they see clocks that are hidden from requesters: who may edit the issue, and whoever sees every clock. */
  readonly agent: boolean;
}

/** Whether somebody sees clocks that are hidden from requesters on whatever work item they may browse. */
export const seesEveryClock = (standing: Standing): boolean => holds(standing, ['slaManager', 'auditor']);

/**
 * Pausing: who holds the project permission, who may edit the issue unless the settings say otherwise, admins and SLA
 * managers. Extending: the project permission, and SLA managers. Beyond the limits, and excusing: SLA managers alone.
 * Whoever runs the app neither moves its promises nor judges its breaches (sla-rules §10.1).
 */
export async function rightsOf(caller: Caller, issueId: string, policy: SlaPolicy): Promise<Rights> {
  const [standing, own] = await Promise.all([caller.standing(), rightsOnIssue(issueId)]);
  const { roles, jiraAdmin } = standing;
  const slaManager = roles.includes('slaManager');
  const admin = jiraAdmin || roles.includes('admin');
  return {
    may: {
      pause: slaManager || admin || own.pause || (policy.pauseBy === 'editors' && own.edit),
      extend: slaManager || own.extend,
      excuse: slaManager,
    },
    limits: limitsOf(policy, !slaManager),
    agent: own.edit || seesEveryClock(standing),
  };
}

const NEEDED = { pause: 'pause', extend: 'extend', excuse: 'slaManager' } as const;

/** How far the caller may go with an action on the issue. @throws AppFailure FORBIDDEN */
export async function limitsFor(caller: Caller, issueId: string, kind: SlaAction['kind']): Promise<Limits> {
  const policy = await readPolicy();
  const { may, limits } = await rightsOf(caller, issueId, policy);
  const right = kind === 'resume' ? 'pause' : kind;
  if (may[right]) return limits;
  throw forbidden(right === 'pause' && policy.pauseBy === 'editors' ? 'edit' : NEEDED[right]);
}
