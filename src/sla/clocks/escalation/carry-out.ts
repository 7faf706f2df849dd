/** One action of an escalation level, done so that a second attempt can tell whether the first got through. */
import { JiraRefused } from '../../../kernel/errors';
import { log } from '../../../platform/log';
import { unitsOf } from '../../../work/notify/addressees';
import { mentioned } from '../../../work/notify/mentions';
import { perform } from '../../../work/perform';
import type { Cycle, EscalationAction, EscalationLevel, Instant, MetricResult } from '../../engine/model';
import { addresseesOf, type Responsible } from './addressees';
import { type Complain, kindOf } from './kinds';
import type { EscalatedIssue, EscalationPorts } from './ports';

export interface Escalation {
  /** `metric:cycle:level:goalVersion`. */
  readonly key: string;
  readonly level: EscalationLevel;
  readonly metric: MetricResult;
  readonly cycle: Cycle;
  readonly issue: EscalatedIssue;
  readonly responsible: Responsible;
  /** Set when an earlier attempt may have got through: since when to look for its traces. */
  readonly attemptedSince?: Instant;
  /** Recipients a digest has told of it: accounts, and groups as `group:ID`. */
  readonly told?: ReadonlySet<string>;
}

/** Whether an action tells people, rather than changing the issue. */
export const isMessage = (
  action: EscalationAction,
): action is Extract<EscalationAction, { kind: 'comment' | 'notify' }> =>
  action.kind === 'comment' || action.kind === 'notify';

/** Whom the messages of an escalation are for: a comment mentions people, a mail goes to groups as they are. */
export async function unitsToldBy(
  { level, issue, responsible }: Pick<Escalation, 'level' | 'issue' | 'responsible'>,
  ports: EscalationPorts,
): Promise<ReadonlySet<string>> {
  const units = new Set<string>();
  for (const { kind, to } of level.actions.filter(isMessage)) {
    const found = await addresseesOf(to, issue, responsible, ports);
    const told = kind === 'comment' ? await mentioned(found, issue.key, ports) : unitsOf(found);
    for (const unit of told) units.add(unit);
  }
  return units;
}

/**
 * Carries out one action; what can be done once only is noted before. What Jira refuses for good (a deleted option, a field
 * not on the screen), and a mail that Jira did not confirm, is told to the administrators and counts as done: trying again
 * would not help, or tell people twice. Throws when Jira can't answer.
 */
export async function carryOut(
  action: EscalationAction,
  index: number,
  escalation: Escalation,
  ports: EscalationPorts,
  note: () => Promise<void>,
): Promise<void> {
  const complain: Complain = (code) =>
    ports.complain({
      code,
      issueKey: escalation.issue.key,
      metricId: escalation.metric.id,
      level: escalation.level.name,
      action: action.kind,
    });
  const { key, attemptedSince: since } = escalation;
  const mark = { id: `${key}#${index}`, again: since !== undefined, since: since ?? 0 };
  let isNoted = false;
  try {
    await perform(kindOf(action, ports, complain), escalation, mark, async () => {
      await note();
      isNoted = true;
    });
  } catch (error) {
    if (error instanceof JiraRefused) return complain('actionRefused');
    if (!isNoted) throw error;
    log.error('escalation.unconfirmed', error, { issueId: escalation.issue.id });
    await complain('mailUnconfirmed');
  }
}
