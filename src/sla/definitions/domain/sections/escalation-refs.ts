/** What levels of an escalation refer to: whom they tell, and what they set on the work item. */
import { refsIn, refTo, type Visit } from '../../../../kernel/refs';
import type { EscalationAction, EscalationLevel, Recipient } from '../../../engine/model';
import { conditionRefs, fieldRef } from './condition-refs';

function recipientRefs(visit: Visit, recipient: Recipient, at: string): Recipient {
  switch (recipient.kind) {
    case 'user':
      return { ...recipient, accountId: refTo(visit, 'person', recipient.accountId, at) };
    case 'role':
      return { ...recipient, roleId: refTo(visit, 'role', recipient.roleId, at) };
    case 'userField':
      return { ...recipient, field: fieldRef(visit, recipient.field, at) };
    case 'group': {
      const target = visit({ kind: 'group', id: recipient.groupId, at });
      return target === undefined
        ? recipient
        : { ...recipient, groupId: target.id, name: target.name ?? recipient.name };
    }
    default:
      return recipient;
  }
}

function actionRefs(visit: Visit, action: EscalationAction, at: string): EscalationAction {
  switch (action.kind) {
    case 'comment':
    case 'notify':
      return { ...action, to: action.to.map((each) => recipientRefs(visit, each, at)) };
    case 'assign':
      return { ...action, to: recipientRefs(visit, action.to, at) };
    case 'priority':
      return { ...action, priorityId: refTo(visit, 'priority', action.priorityId, at) };
    case 'transition':
      return { ...action, toStatusId: refTo(visit, 'status', action.toStatusId, at) };
    case 'createLinked':
      return refsIn(visit, action, { projectId: 'space', issueTypeId: 'type' }, at);
    default:
      return action;
  }
}

export const levelRefs = (visit: Visit, level: EscalationLevel, at: string): EscalationLevel => ({
  ...level,
  ...(level.when && { when: conditionRefs(visit, level.when, `${at}.when`) }),
  actions: level.actions.map((action, index) => actionRefs(visit, action, `${at}.actions.${index}`)),
});
