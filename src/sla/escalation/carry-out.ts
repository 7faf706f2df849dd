/** One action of an escalation level, done so that a second attempt can tell whether the first got through. */
import type { Cycle, EscalationAction, EscalationLevel, Instant, MetricResult } from '../domain/model';
import { JiraRefused } from '../../kernel/errors';
import type { Locale } from '../../kernel/names';
import { mentionParagraph } from './adf';
import { addresseesOf, peopleOf, type Responsible } from './addressees';
import { languagesFor, messageText, nameIn } from './message';
import type { Addressees, Complaint, EscalatedIssue, EscalationPorts } from './ports';

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

/** How recipients are named where each is told once: accounts by their id, groups as `group:ID`. */
export const groupUnit = (groupId: string): string => `group:${groupId}`;

type Message = Extract<EscalationAction, { kind: 'comment' | 'notify' }>;

/** Whether an action tells people, rather than changing the issue. */
export const isMessage = (action: EscalationAction): action is Message =>
  action.kind === 'comment' || action.kind === 'notify';

/** Who a message of an escalation is for: a comment mentions people, a mail goes to groups as they are. */
export async function unitsOf(
  action: Message,
  { issue, responsible }: Pick<Escalation, 'issue' | 'responsible'>,
  ports: EscalationPorts,
): Promise<readonly string[]> {
  const to = await addresseesOf(action.to, issue, responsible, ports);
  if (action.kind === 'comment') return peopleOf(to, issue, ports);
  return [...to.users, ...to.groups.map(({ groupId }) => groupUnit(groupId))];
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
      const people = await peopleOf(to, issue, ports);
      const mentioned = people.filter((id) => !alreadyTold.has(id));
      const text = messageText(action.text, message, await languages(mentioned, escalation, ports));
      // Even with nobody to mention the comment stays on the issue, for whoever opens it.
      await ports.comment(issue.id, mentionParagraph(mentioned, text), key);
      return people.length === 0 ? 'nobodyToTell' : told(to);
    }
    case 'notify': {
      const to = await addresseesOf(action.to, issue, responsible, ports);
      if (to.users.length === 0 && to.groups.length === 0) return 'nobodyToTell';
      const left = {
        users: to.users.filter((id) => !alreadyTold.has(id)),
        groups: to.groups.filter(({ groupId }) => !alreadyTold.has(groupUnit(groupId))),
      };
      if (left.users.length === 0 && left.groups.length === 0) return 'done';
      const spoken = await languages(left.users, escalation, ports, left.groups.length > 0);
      const subject = spoken.map((locale) => nameIn(escalation.metric.name, locale));
      await ports.notify(
        issue.id,
        left,
        `${[...new Set(subject)].join(' / ')}: ${issue.key}`,
        messageText(action.text, message, spoken),
      );
      return told(to);
    }
    case 'assign': {
      const to = await addresseesOf([action.to], issue, responsible, ports);
      const [person] = await peopleOf(to, issue, ports);
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

async function languages(
  accountIds: readonly string[],
  { metric }: Escalation,
  ports: EscalationPorts,
  others = false,
): Promise<readonly Locale[]> {
  const people = accountIds.length === 0 ? null : await ports.people(accountIds);
  const known = accountIds.map((id) => people?.get(id)?.language ?? null);
  return languagesFor(others ? [...known, null] : known, metric.name);
}
