import type { Trigger } from '../model';
import { conditionText, fieldName, type TextOptions, valueName } from './names';

type On<K extends Trigger['on']> = Extract<Trigger, { on: K }>;

interface Words {
  readonly or: string;
  readonly and: string;
  readonly created: string;
  readonly changes: (field: string, from: string, to: string) => string;
  readonly filled: (field: string) => string;
  readonly emptied: (field: string) => string;
  readonly comment: Readonly<Record<On<'commented'>['audience'], string>>;
  readonly by: Readonly<Record<On<'commented'>['by'][number], string>>;
  readonly from: (who: string) => string;
  readonly ofGroup: (groups: string) => string;
  readonly approval: Readonly<Record<On<'approval'>['decision'], string>>;
  readonly linked: string;
  readonly unlinked: string;
  readonly as: (types: string) => string;
  readonly metric: Readonly<Record<On<'metric'>['to'], (name: string) => string>>;
}

const WORDS: Readonly<Record<'en' | 'ru', Words>> = {
  en: {
    or: ' or ',
    and: ' and ',
    created: 'it is created',
    changes: (field, from, to) => `${field} changes${from && ` from ${from}`}${to && ` to ${to}`}`,
    filled: (field) => `${field} is filled in`,
    emptied: (field) => `${field} is emptied`,
    comment: { public: 'a public comment', internal: 'an internal comment', any: 'a comment' },
    by: { requester: 'the requester', agent: 'an agent', other: 'somebody else', app: 'an app' },
    from: (who) => ` by ${who}`,
    ofGroup: (groups) => ` in group ${groups}`,
    approval: {
      requested: 'approval is requested',
      approved: 'it is approved',
      declined: 'it is declined',
      any: 'anything happens to its approval',
    },
    linked: 'a link is added',
    unlinked: 'a link is removed',
    as: (types) => ` (${types})`,
    metric: {
      started: (name) => `${name} starts`,
      met: (name) => `${name} is met`,
      breached: (name) => `${name} is breached`,
      stopped: (name) => `${name} stops`,
      paused: (name) => `${name} is paused`,
    },
  },
  ru: {
    or: ' или ',
    and: ' и ',
    created: 'создание запроса',
    changes: (field, from, to) => `${field} меняется${from && ` с ${from}`}${to && ` на ${to}`}`,
    filled: (field) => `${field}: появляется значение`,
    emptied: (field) => `${field}: значение убирают`,
    comment: { public: 'публичный комментарий', internal: 'внутренний комментарий', any: 'комментарий' },
    by: { requester: 'автора запроса', agent: 'исполнителя', other: 'кого-то другого', app: 'приложения' },
    from: (who) => ` ${who}`,
    ofGroup: (groups) => ` из группы ${groups}`,
    approval: {
      requested: 'запрошено согласование',
      approved: 'получено согласование',
      declined: 'в согласовании отказано',
      any: 'любое событие согласования',
    },
    linked: 'добавлена связь',
    unlinked: 'удалена связь',
    as: (types) => ` (${types})`,
    metric: {
      started: (name) => `начинается «${name}»`,
      met: (name) => `«${name}» выполняется в срок`,
      breached: (name) => `«${name}» нарушается`,
      stopped: (name) => `завершается «${name}»`,
      paused: (name) => `«${name}» становится на паузу`,
    },
  },
};

const changedText = (trigger: On<'changed'>, options: TextOptions): string => {
  const words = WORDS[options.locale];
  const field = fieldName(trigger.field, options);
  const list = (ids: readonly string[] | undefined): string =>
    (ids ?? []).map((id) => valueName(trigger.field, id, options.names)).join(words.or);
  const what =
    trigger.edge === undefined
      ? words.changes(field, list(trigger.from), list(trigger.to))
      : words[trigger.edge === 'set' ? 'filled' : 'emptied'](field);
  return trigger.and ? `${what}${words.and}${conditionText(trigger.and, options)}` : what;
};

const commentText = (trigger: On<'commented'>, options: TextOptions): string => {
  const words = WORDS[options.locale];
  const who = trigger.by.map((each) => words.by[each]).join(words.or);
  const groups = (trigger.groups ?? []).map((id) => valueName('group', id, options.names)).join(words.or);
  return `${words.comment[trigger.audience]}${words.from(who)}${groups && words.ofGroup(groups)}`;
};

/** A trigger as somebody would say it: `status changes to Done`, `a public comment by an agent`. */
export const triggerText = (trigger: Trigger, options: TextOptions): string => {
  const words = WORDS[options.locale];
  switch (trigger.on) {
    case 'created':
      return words.created;
    case 'changed':
      return changedText(trigger, options);
    case 'commented':
      return commentText(trigger, options);
    case 'approval':
      return words.approval[trigger.decision];
    case 'linked':
    case 'unlinked':
      return words[trigger.on] + (trigger.linkTypes ? words.as(trigger.linkTypes.join(words.or)) : '');
    case 'metric':
      return words.metric[trigger.to](options.names?.metric?.[trigger.metricId] ?? trigger.metricId);
    case 'while':
      return conditionText(trigger.condition, options);
  }
};
