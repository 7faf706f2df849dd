import type { Locale } from '../../../kernel/names';
import type { Instant } from '../model';

/**
 * What an id is called, by what it is an id of: a `field`, a `metric`, a `group`, an `issue`, else the field whose value it
 * is. Undefined: it stands for itself.
 */
export type NameOf = (of: string, id: string) => string | undefined;

/** Names by what they are of, as a table. */
export type Names = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const namesIn =
  (tables: Names): NameOf =>
  (of, id) =>
    tables[of]?.[id];

/** What rules are told with. */
export interface Words {
  /** Says a code of the catalogue of causes. */
  readonly say: (code: string, params?: Readonly<Record<string, string | number>>) => string;
  readonly nameOf?: NameOf;
}

export interface TextOptions extends Words {
  readonly locale: Locale;
  /** The zone instants are shown in. */
  readonly zone: string;
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

/** What a value of a field is called. */
export const valueName = (field: string, value: string, { nameOf }: Words): string =>
  nameOf?.(field, value) ?? value;

/** Jira's own fields: they have words of ours. */
const OWN_FIELDS = [
  'status',
  'statusCategory',
  'priority',
  'assignee',
  'reporter',
  'resolution',
  'issuetype',
  'projectId',
  'labels',
  'components',
  'duedate',
  'approval',
];

export const fieldName = (field: string, { say, nameOf }: Words): string =>
  nameOf?.('field', field) ?? (OWN_FIELDS.includes(field) ? say(`sla.fact.${field}`) : field);

/** `High or Highest`. */
export const alternatives = (names: readonly string[], { say }: Words): string =>
  names.join(` ${say('sla.condition.or')} `);

/** The same of values that somebody has chosen; says so while there is none. */
export const namesOr = (names: readonly string[], words: Words): string =>
  names.length === 0 ? words.say('sla.condition.notChosen') : alternatives(names, words);
