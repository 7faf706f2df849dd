import type { Condition, Instant } from '../model';
import type { Locale } from './duration';

/** What ids are called, by what they are ids of; an id that is not there stands for itself. */
export interface Names {
  readonly field?: Readonly<Record<string, string>>;
  readonly status?: Readonly<Record<string, string>>;
  readonly priority?: Readonly<Record<string, string>>;
  readonly user?: Readonly<Record<string, string>>;
  readonly calendar?: Readonly<Record<string, string>>;
  readonly metric?: Readonly<Record<string, string>>;
  /** Values of any other field, by field. */
  readonly value?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface TextOptions {
  /** Says a code of the catalogue of causes. */
  readonly say: (code: string) => string;
  readonly locale: Locale;
  /** The zone instants are shown in. */
  readonly zone: string;
  readonly names?: Names;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `Mon 1 Jun, 14:00` in a zone. */
export const instantText = (at: Instant, { locale, zone }: TextOptions): string => {
  const key = `${locale} ${zone}`;
  const known = formats.get(key);
  const format =
    known ??
    new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(key, format);
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const date = `${parts.get('weekday')} ${parts.get('day')} ${parts.get('month')}`;
  return `${date}, ${parts.get('hour')}:${parts.get('minute')}`;
};

const USER_FIELDS = ['assignee', 'reporter'];

/** What a value of a field is called. */
export const valueName = (field: string, value: string, names: Names = {}): string => {
  if (field === 'status') return names.status?.[value] ?? value;
  if (field === 'priority') return names.priority?.[value] ?? value;
  if (USER_FIELDS.includes(field)) return names.user?.[value] ?? value;
  return names.value?.[field]?.[value] ?? value;
};

/** Fields whose own name is not what people call them. */
const FIELDS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    issuetype: 'type',
    projectId: 'project',
    statusCategory: 'status category',
    duedate: 'due date',
  },
  ru: {
    status: 'статус',
    statusCategory: 'категория статуса',
    priority: 'приоритет',
    assignee: 'исполнитель',
    reporter: 'автор',
    resolution: 'решение',
    issuetype: 'тип запроса',
    projectId: 'проект',
    labels: 'метки',
    components: 'компоненты',
    duedate: 'срок исполнения',
    approval: 'согласование',
  },
};

export const fieldName = (field: string, { locale, names }: TextOptions): string =>
  names?.field?.[field] ?? FIELDS[locale][field] ?? field;

const WORDS = {
  en: { and: ' and ', or: ' or ', not: 'not ', set: 'is set', empty: 'is empty', always: 'always' },
  ru: { and: ' и ', or: ' или ', not: 'не ', set: 'заполнено', empty: 'пусто', always: 'всегда' },
} as const;

const SIGNS = { in: '=', notIn: '≠', gt: '>', gte: '≥', lt: '<', lte: '≤' } as const;

/** A condition in words: `priority = High`. */
export const conditionText = (condition: Condition, options: TextOptions): string => {
  const words = WORDS[options.locale];
  if ('all' in condition) {
    return condition.all.length === 0
      ? words.always
      : condition.all.map((each) => conditionText(each, options)).join(words.and);
  }
  if ('any' in condition) return condition.any.map((each) => conditionText(each, options)).join(words.or);
  if ('not' in condition) return `${words.not}(${conditionText(condition.not, options)})`;
  const field = fieldName(condition.field, options);
  switch (condition.op) {
    case 'set':
    case 'empty':
      return `${field} ${words[condition.op]}`;
    case 'in':
    case 'notIn': {
      const values = condition.values.map((value) => valueName(condition.field, value, options.names));
      return `${field} ${SIGNS[condition.op]} ${values.join(', ')}`;
    }
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return `${field} ${SIGNS[condition.op]} ${condition.value}`;
  }
};
