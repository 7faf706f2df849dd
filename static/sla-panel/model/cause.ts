/** What made something happen, in the viewer's words. */
import { type AgentsRule, DEFAULT_AGENTS } from '../../../src/sla/engine/model/agents';
import type { EventCause, Fact, IssueHistory } from '../../../src/sla/engine/model';
import { fieldName } from '../../../src/sla/engine/words/names';
import { t } from '../../shared/i18n';
import { reasonText } from './reason';

export interface Names {
  /** Status id → name. */
  readonly statuses: Readonly<Record<string, string>>;
  /** Goal id → name, in one metric. */
  readonly goals: Readonly<Record<string, string>>;
  /** Who counts as an agent; left out: whoever may be assigned. */
  readonly agents?: AgentsRule | undefined;
}

const valueText = (field: string, values: readonly string[], names: Names): string => {
  if (values.length === 0) return t('sla.nothing');
  return values.map((value) => (field === 'status' ? (names.statuses[value] ?? value) : value)).join(', ');
};

const changeText = (fact: Extract<Fact, { kind: 'change' }>, names: Names): string => {
  const told = fact.changes.filter((change) => change.field !== 'statusCategory');
  const change = told.find((each) => each.field === 'status') ?? told[0];
  if (change === undefined) return t('sla.cause.changed');
  const params = {
    field: fieldName(change.field, { say: t }),
    to: valueText(change.field, change.to, names),
  };
  if (change.field === 'status') return t('sla.cause.status', params);
  // Ids of people and options say nothing to a reader; that the field changed does.
  return change.field === 'labels' ? t('sla.cause.fieldTo', params) : t('sla.cause.field', params);
};

/** Who commented, and for an agent by what they are one. */
const commentText = ({ author, shown }: Extract<Fact, { kind: 'comment' }>, { agents }: Names): string => {
  const rule = agents ?? DEFAULT_AGENTS;
  const roles = rule.by === 'roles' ? rule.roles.map(({ name }) => name).join(', ') : '';
  const who = author === 'agent' ? t(`sla.cause.agent.${rule.by}`, { roles }) : t(`sla.cause.${author}`);
  return t(shown ? 'sla.cause.shown' : 'sla.cause.commented', { who });
};

const factText = (fact: Fact, names: Names): string => {
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
