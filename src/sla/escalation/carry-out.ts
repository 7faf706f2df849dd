/** One action of an escalation level, done so that a second attempt can tell whether the first got through. */
import type { Cycle, EscalationAction, EscalationLevel, Instant, MetricResult } from '../domain/model';
import { JiraRefused } from '../../kernel/errors';
import { textIn } from '../../kernel/text';
import { type Addressees, isNobody, unitsOf, without } from '../../work/notify/addressees';
import { commentTo } from '../../work/notify/comment';
import { peopleOf } from '../../work/notify/directory';
import { inLanguages, languagesOf } from '../../work/notify/languages';
import { mentioned } from '../../work/notify/mentions';
import { addresseesOf, type Responsible } from './addressees';
import { saidOf } from './message';
import type { Complaint, EscalatedIssue, EscalationPorts } from './ports';

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
 * Carries out one action. What Jira refuses for good (a deleted option, a field not on the screen) is told to
 * the administrators and counts as done: trying again would not help. Throws when Jira can't answer.
 */
export async function carryOut(
  action: EscalationAction,
  index: number,
  escalation: Escalation,
  ports: EscalationPorts,
): Promise<void> {
  const complain = (code: Complaint['code']): Promise<void> =>
    ports.complain({
      code,
      issueKey: escalation.issue.key,
      metricId: escalation.metric.id,
      level: escalation.level.name,
      action: action.kind,
    });
  try {
    const done = await perform(action, `${escalation.key}#${index}`, escalation, ports);
    if (done !== 'done') await complain(done);
  } catch (error) {
    if (!(error instanceof JiraRefused)) throw error;
    await complain('actionRefused');
  }
}

type Performed = 'done' | Exclude<Complaint['code'], 'actionRefused'>;

/** People were told who may not be able to see what they were told about. */
const told = ({ unsure }: Addressees): Performed => (unsure ? 'viewersUnknown' : 'done');

async function perform(
  action: EscalationAction,
  key: string,
  escalation: Escalation,
  ports: EscalationPorts,
): Promise<Performed> {
  const { issue, responsible, attemptedSince: since, told: alreadyTold = NOBODY_TOLD } = escalation;
  const message = { ...escalation, issueKey: issue.key };
  switch (action.kind) {
    case 'comment': {
      if (since !== undefined && (await ports.hasComment(issue.id, key, since))) return 'done';
      const to = await addresseesOf(action.to, issue, responsible, ports);
      const people = await mentioned(to, issue.key, ports);
      const left = people.filter((id) => !alreadyTold.has(id));
      // Even with nobody to mention the comment stays on the issue, for whoever opens it.
      await ports.comment(issue.id, await commentTo(left, saidOf(action.text, message), ports), key);
      return people.length === 0 ? 'nobodyToTell' : told(to);
    }
    case 'notify': {
      const to = await addresseesOf(action.to, issue, responsible, ports);
      if (isNobody(to)) return 'nobodyToTell';
      const left = without(to, alreadyTold);
      if (isNobody(left)) return 'done';
      const { name, say } = saidOf(action.text, message);
      const spoken = languagesOf(left, await peopleOf(left.users, ports), name);
      const subject = new Set(spoken.map((locale) => textIn(name, locale)));
      const text = inLanguages(spoken, say);
      await ports.notify(issue.id, left, `${[...subject].join(' / ')}: ${issue.key}`, text);
      return told(to);
    }
    case 'assign': {
      const to = await addresseesOf([action.to], issue, responsible, ports);
      const [person] = await mentioned(to, issue.key, ports);
      if (person === undefined) return 'nobodyToTell';
      if (person !== issue.assignee) await ports.assign(issue.id, person);
      return told(to);
    }
    case 'priority':
      if (issue.priorityId !== action.priorityId) await ports.setPriority(issue.id, action.priorityId);
      return 'done';
    case 'transition':
      if (issue.statusId === action.toStatusId) return 'done';
      return (await ports.moveTo(issue.id, action.toStatusId)) ? 'done' : 'transitionMissing';
    case 'label':
      await ports.addLabel(issue.id, action.label);
      return 'done';
    case 'createLinked': {
      const order = { ...action, key, issueKey: issue.key };
      if (since !== undefined && (await ports.hasLinked(order, since))) return 'done';
      await ports.createLinked(order);
      return 'done';
    }
    case 'property':
      await ports.setProperty(issue.id, action.key, {
        key,
        metric: escalation.metric.id,
        level: escalation.level.id,
        state: escalation.metric.state,
        breached: escalation.metric.breached,
      });
      return 'done';
  }
}

const NOBODY_TOLD: ReadonlySet<string> = new Set();
