/** Values of a definition in words: what differs between two versions of one. */
import * as v from 'valibot';
import type { Condition, Trigger } from '../../../src/sla/domain/model';
import { groupIdsIn } from '../../../src/kernel/group-id';
import { conditionText } from '../../../src/sla/domain/text/names';
import { triggerText } from '../../../src/sla/domain/text/trigger-text';
import { viewer } from '../../shared/context';
import { formatLocalDate } from '../../shared/dates';
import { formatDuration } from '../../shared/durations';
import { hasText, locale, t } from '../../shared/i18n';

/**
 * What a metric, a calendar, a holiday set, an agreement or a group of Jira is called, by its id; with `ownerId`, a goal, a
 * level or a test case of that metric, a commitment or a band of that agreement. One that is not there is called by its id.
 */
export type NameOf = (id: string, ownerId?: string) => string;

/** Parts whose values are ids of other definitions. */
const REFERENCES = [
  'calendarId',
  'baseId',
  'fallback',
  'holidaySetIds',
  'parentId',
  'agreementId',
  'metricId',
];
/** Parts with a fixed choice of values, and where their texts are. */
const CHOICES: Readonly<Record<string, string>> = {
  affectsParent: 'settings.agreement.affects',
  goalChange: 'settings.goalChange',
  kind: 'settings.change.measuredOn',
  method: 'settings.method',
  period: 'settings.performance.period',
  visibility: 'settings.visibility',
  weekday: 'settings.day',
  nth: 'settings.holiday.nth',
};
/** Parts that are too large to be told when they come or go whole. */
const WHOLE = ['performance', 'compliance', 'finance'];
const DATE = /^\d{4}-\d\d-\d\d$/;

const NAMED = v.object({
  name: v.union([v.string(), v.object({ en: v.string(), ru: v.optional(v.string()) })]),
});
const DATED = v.object({ date: v.pipe(v.string(), v.regex(DATE)), name: v.string() });
const YEARLY = v.object({ kind: v.literal('yearly'), month: v.number(), day: v.number(), name: v.string() });
const BAND = v.object({ kind: v.picklist(['credit', 'reward']), at: v.number(), share: v.number() });
const RULE = v.object({
  kind: v.literal('rule'),
  month: v.number(),
  weekday: v.string(),
  nth: v.number(),
  name: v.string(),
});

/** A value as the change of `part` shows it; nothing is said of an empty one but that there is none. */
export function valueText(part: string | undefined, value: string, nameOf: NameOf): string {
  if (value === '' || value === 'null') return t('settings.change.none');
  if (part !== undefined && WHOLE.includes(part)) return t('settings.change.value.whole');
  if ((part === 'ms' || (part?.endsWith('Ms') ?? false)) && /^\d+$/.test(value))
    return hoursText(Number(value));
  if (part !== undefined && REFERENCES.includes(part))
    return value
      .split(', ')
      .map((id) => nameOf(id))
      .join(', ');
  if (DATE.test(value)) return formatLocalDate(value);
  const direction = `settings.change.direction.${value}`;
  if (part === 'direction' && hasText(direction)) return t(direction);
  if (value === 'true' || value === 'false') return t(`settings.change.value.${value}`);
  const choice = `${(part === undefined ? undefined : CHOICES[part]) ?? ''}.${value}`;
  if (hasText(choice)) return t(choice);
  return withGroupNames(value.startsWith('{') ? objectText(value) : value, nameOf);
}

/** Groups are named by ids of Jira's, in lists and inside triggers. */
const withGroupNames = (text: string, nameOf: NameOf): string =>
  groupIdsIn(text).reduce((told, id) => told.replace(id, nameOf(id)), text);

/** What a whole definition is called, from as much of it as a difference holds. */
export function nameIn(text: string): string | undefined {
  const english = /"name":(?:\{"en":)?"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
  const russian = /"name":\{"en":"(?:[^"\\]|\\.)*","ru":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
  const found = locale() === 'ru' ? (russian ?? english) : english;
  return found === undefined || found === '' ? undefined : found.replace(/\\(.)/g, '$1');
}

/** Targets are hours of working time: never turned into days of 24 hours. */
function hoursText(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  const rest = ms % 3_600_000;
  if (hours === 0) return formatDuration(ms);
  const whole = t('settings.change.hours', { count: hours });
  return rest === 0 ? whole : `${whole} ${formatDuration(rest)}`;
}

/** A part that came or went whole: a holiday, a trigger, a condition, a goal. One that was cut stays as it is. */
function objectText(text: string): string {
  const value = parsed(text);
  if (value === null) return nameIn(text) ?? text;
  const options = { locale: locale(), say: t, zone: viewer().zone };
  if ('on' in value && typeof value['on'] === 'string')
    return triggerText(value as unknown as Trigger, options);
  if ('all' in value || 'any' in value || 'not' in value || 'op' in value)
    return conditionText(value as unknown as Condition, options);
  const place = `settings.change.measuredOn.${String(value['kind'])}`;
  return dayText(value) ?? bandText(value) ?? nameText(value) ?? (hasText(place) ? t(place) : text);
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

function dayText(value: unknown): string | null {
  const month = (n: number) =>
    new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, n - 1, 1));
  if (v.is(DATED, value)) return `${formatLocalDate(value.date)} ${value.name}`.trim();
  if (v.is(YEARLY, value))
    return t('settings.change.yearly', {
      date: new Intl.DateTimeFormat(viewer().formatLocale, {
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
      }).format(Date.UTC(2024, value.month - 1, value.day)),
      name: value.name,
    });
  if (v.is(RULE, value))
    return t('settings.change.byRule', {
      nth: t(`settings.holiday.nth.${value.nth}`),
      weekday: t(`settings.day.${value.weekday}`),
      month: month(value.month),
      name: value.name,
    });
  return null;
}

/** `Credit below 95 %`, for an object that is a band. */
export const bandText = (value: unknown): string | null =>
  v.is(BAND, value) ? t(`settings.performance.bandName.${value.kind}`, { at: value.at }) : null;

function nameText(value: unknown): string | null {
  if (!v.is(NAMED, value)) return null;
  const { name } = value;
  const text = typeof name === 'string' ? name : ((locale() === 'ru' ? name.ru : undefined) ?? name.en);
  return text === '' ? null : text;
}
