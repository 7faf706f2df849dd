import type { Trigger } from '../model';
import { conditionText } from './condition-text';
import { alternatives, fieldName, namesOr, valueName, type Words } from './names';

type On<K extends Trigger['on']> = Extract<Trigger, { on: K }>;

/** Which changes of a field count, as one choice. */
type ChangeKind = 'to' | 'from' | 'fromTo' | 'set' | 'cleared' | 'any';

function changeKind({ from, to, edge }: On<'changed'>): ChangeKind {
  if (edge !== undefined) return edge;
  if (from !== undefined) return to === undefined ? 'from' : 'fromTo';
  return to === undefined ? 'any' : 'to';
}

function changedText(trigger: On<'changed'>, words: Words): string {
  const values = (ids: readonly string[] = []) =>
    namesOr(
      ids.map((id) => valueName(trigger.field, id, words)),
      words,
    );
  const event = words.say(`sla.event.changed.${changeKind(trigger)}`, {
    field: fieldName(trigger.field, words),
    from: values(trigger.from),
    to: values(trigger.to),
  });
  if (trigger.and === undefined) return event;
  return words.say('sla.event.if', { event, condition: conditionText(trigger.and, words) });
}

function commentedText({ by, groups = [], audience }: On<'commented'>, words: Words): string {
  const who = alternatives(
    by.map((each) => words.say(`sla.event.by.${each}`)),
    words,
  );
  const named = alternatives(
    groups.map((id) => valueName('group', id, words)),
    words,
  );
  return words.say(`sla.event.commented.${audience}`, {
    by: named === '' ? who : words.say('sla.event.byGroup', { by: who, groups: named }),
  });
}

/** An event as somebody would say it: `status becomes Done`, `an agent comments publicly`. */
export function triggerText(trigger: Trigger, words: Words): string {
  switch (trigger.on) {
    case 'created':
      return words.say('sla.event.created');
    case 'changed':
      return changedText(trigger, words);
    case 'commented':
      return commentedText(trigger, words);
    case 'approval':
      return words.say(`sla.event.approval.${trigger.decision}`);
    case 'linked':
    case 'unlinked': {
      const types = (trigger.linkTypes ?? []).join(', ');
      return words.say(`sla.event.${trigger.on}${types === '' ? '' : 'As'}`, { types });
    }
    case 'metric':
      return words.say(`sla.event.metric.${trigger.to}`, {
        metric: valueName('metric', trigger.metricId, words),
      });
    case 'while':
      return words.say('sla.event.while', { condition: conditionText(trigger.condition, words) });
  }
}
