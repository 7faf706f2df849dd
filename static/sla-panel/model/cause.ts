/** What made something happen, in the viewer's words. */
import { type AgentsRule, DEFAULT_AGENTS } from '../../../src/sla/engine/model/agents';
import type { EventCause, Fact, IssueHistory } from '../../../src/sla/engine/model';
import { fieldName, type NameOf } from '../../../src/sla/engine/words/names';
import { formatLocalDate } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { reasonText } from './reason';

export interface Names {
  /** Status id → name. */
  readonly statuses: Readonly<Record<string, string>>;
  /** Goal id → name, in one metric. */
  readonly goals: Readonly<Record<string, string>>;
  /** Who counts as an agent; left out: whoever may be assigned. */
  readonly agents?: AgentsRule | undefined;
  /** Jira's names for values; where they are not read, only that a field changed is told. */
  readonly nameOf?: NameOf | undefined;
}

/** What values of a field are called; null of ids nobody knows a name for, which say nothing to a reader. */
const valueText = (field: string, values: readonly string[], names: Names): string | null => {
  const nameOf = (value: string): string | undefined => {
    if (field === 'status') return names.statuses[value] ?? value;
    if (field === 'labels') return value;
    return field === 'duedate' ? formatLocalDate(value) : names.nameOf?.(field, value);
  };
  const known = values.flatMap((value) => nameOf(value) ?? []);
  return known.length === values.length ? known.join(', ') : null;
};

const changeText = (fact: Extract<Fact, { kind: 'change' }>, names: Names): string => {
  const told = fact.changes.filter((change) => change.field !== 'statusCategory');
  const change = told.find((each) => each.field === 'status') ?? told[0];
  if (change === undefined) return t('sla.cause.changed');
  const field = fieldName(change.field, { say: t, nameOf: names.nameOf });
  if (change.to.length === 0) return t('sla.cause.cleared', { field });
  const to = valueText(change.field, change.to, names);
  if (to === null) return t('sla.cause.field', { field });
  return t(change.field === 'status' ? 'sla.cause.status' : 'sla.cause.fieldTo', { field, to });
};

/** Who commented, and for an agent by what they are one. */
const commentText = ({ author, shown }: Extract<Fact, { kind: 'comment' }>, { agents }: Names): string => {
  const rule = agents ?? DEFAULT_AGENTS;
  const roles = rule.by === 'roles' ? rule.roles.map(({ name }) => name).join(', ') : '';
  const who = author === 'agent' ? t(`sla.cause.agent.${rule.by}`, { roles }) : t(`sla.cause.${author}`);
  return t(shown ? 'sla.cause.shown' : 'sla.cause.commented', { who });
};

/** What was done to the work item. */
export const factText = (fact: Fact, names: Names): string => {
  switch (fact.kind) {
    case 'change':
      return changeText(fact, names);
    case 'comment':
      return commentText(fact, names);
    case 'approval':
      return t(`sla.cause.approval.${fact.decision}`);
    case 'link':
      return t(fact.linked ? 'sla.cause.linked' : 'sla.cause.unlinked');
    case 'child':
      return t(`sla.cause.child.${fact.what}`);
    case 'pause':
      return t('sla.cause.pausedByHand', { reason: fact.reason });
    case 'resume':
      return t('sla.cause.rule.resumedByHand');
    case 'extend':
      return t('sla.cause.extended', { reason: fact.reason });
    case 'excuse':
      return t('sla.cause.excused', { reason: fact.reason });
    case 'deleted':
      return t('sla.cause.rule.deleted');
  }
};

/** What the engine or a definition knows of it by itself: a rule, somebody's own words, the creation, or that time passed. */
const ownText = (cause: EventCause): string => {
  if ('rule' in cause) return t(`sla.cause.rule.${cause.rule}`);
  if ('reason' in cause) return cause.reason;
  if ('pause' in cause) return reasonText(cause.pause);
  return t(cause.trigger.on === 'created' ? 'sla.cause.created' : 'sla.cause.changed');
};

/** What happened to the issue at that moment; where no fact is named, or it is not in the history, what the cause itself says. */
export const causeText = (
  factId: string | undefined,
  cause: EventCause,
  history: IssueHistory,
  names: Names,
): string => {
  const fact = factId === undefined ? undefined : history.facts.find((each) => each.id === factId);
  return fact === undefined ? ownText(cause) : factText(fact, names);
};
