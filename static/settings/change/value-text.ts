/** Values of a definition in words: what differs between two versions of one. */
import * as v from 'valibot';
import type { Condition, Trigger } from '../../../src/sla/engine/model';
import { textAnswer } from '../../../src/kernel/text-schema';
import { isLarge, type Large } from '../../../src/kernel/diff';
import { compactDuration } from '../../../src/kernel/duration';
import { isGroupId } from '../../../src/kernel/group-id';
import { type Json, mapTexts } from '../../../src/kernel/json';
import { conditionText } from '../../../src/sla/engine/words/condition-text';
import { triggerText } from '../../../src/sla/engine/words/trigger-text';
import { languageName, languageOptions } from '../../kit/controls/languages';
import { viewer } from '../../shared/context';
import { formatDateTime, formatLocalDate } from '../../shared/dates';
import { hasText, locale, localized, t } from '../../shared/i18n';

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
  'firstResponseMetricId',
  'deliveryMetricId',
  'catalogId',
  'categoryIds',
  'itemId',
  'serviceId',
];
/** Parts with a fixed choice of values, and where their texts are. */
const CHOICES: Readonly<Record<string, string>> = {
  category: 'sla.category',
  from: 'settings.test.from',
  affectsParent: 'settings.agreement.affects',
  goalChange: 'settings.goalChange',
  kind: 'settings.change.measuredOn',
  method: 'settings.method',
  period: 'settings.compliance.period',
  visibility: 'settings.visibility',
  weekday: 'settings.day',
  nth: 'settings.holiday.nth',
};
/** Parts whose values are states. */
const STATES = ['item', 'service', 'state'];
/** Parts that are too large to be told when they come or go whole. */
const WHOLE = ['terms', 'compliance', 'finance'];
const DAY = v.pipe(v.string(), v.isoDate());

const isDay = (text: string): boolean => v.is(DAY, text);

type JsonObject = Readonly<Record<string, Json>>;

const NAMED = v.object({ name: v.union([v.string(), textAnswer]) });
const DATED = v.object({ date: DAY, name: v.string() });
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
export function valueText(part: string | undefined, value: Json | undefined, nameOf: NameOf): string {
  if (value === undefined || value === null || value === '') return t('settings.change.none');
  if (part !== undefined && WHOLE.includes(part)) return t('settings.change.value.whole');
  if (Array.isArray(value)) return listText(part, value as readonly Json[], nameOf);
  if (typeof value === 'object') return objectText(value as JsonObject, nameOf);
  if (typeof value === 'boolean') return t(`settings.change.value.${value}`);
  if (typeof value === 'number') return numberText(part, value);
  if (part !== undefined && REFERENCES.includes(part)) return nameOf(value);
  if (part === 'languages') return languageName(value);
  if (isDay(value)) return formatLocalDate(value);
  const direction = `settings.change.direction.${value}`;
  if (part === 'direction' && hasText(direction)) return t(direction);
  const state = `settings.change.state.${value}`;
  if (STATES.includes(kindOf(part)) && hasText(state)) return t(state);
  const choice = `${CHOICES[kindOf(part)] ?? ''}.${value}`;
  return hasText(choice) ? t(choice) : groupNamed(value, nameOf);
}

const listText = (part: string | undefined, list: readonly Json[], nameOf: NameOf): string =>
  list.length === 0
    ? t('settings.change.none')
    : list.map((each) => valueText(part, each, nameOf)).join(', ');

function numberText(part: string | undefined, value: number): string {
  // Targets are hours of working time: never turned into days of 24 hours.
  if (part === 'ms' || part?.endsWith('Ms')) return compactDuration(value, t, Infinity);
  if (part?.endsWith('At')) return formatDateTime(value);
  const choice = `${CHOICES[part ?? ''] ?? ''}.${value}`;
  return hasText(choice) ? t(choice) : String(value);
}

/** Groups are named by ids of Jira's. */
const groupNamed = (text: string, nameOf: NameOf): string => (isGroupId(text) ? nameOf(text) : text);

/** What a whole definition is called, from as much of it as a difference holds. */
export const nameIn = (value: Json | undefined): string | undefined =>
  v.is(NAMED, value) ? localizedName(value.name) : undefined;

/** A part that came or went whole: a holiday, a trigger, a condition, a goal. */
function objectText(given: JsonObject, nameOf: NameOf): string {
  if (isLarge(given)) return largeText(given);
  const value = mapTexts(given, (text) => groupNamed(text, nameOf)) as JsonObject;
  if ('on' in value) return triggerText(value as unknown as Trigger, { say: t });
  if ('all' in value || 'any' in value || 'not' in value || 'op' in value)
    return conditionText(value as unknown as Condition, { say: t });
  return (
    placeText(value['kind']) ?? dayText(value) ?? bandText(value) ?? nameIn(value) ?? partsText(value, nameOf)
  );
}

const placeText = (kind: Json | undefined): string | null => {
  const key = `settings.change.measuredOn.${typeof kind === 'string' ? kind : ''}`;
  return hasText(key) ? t(key) : null;
};

const largeText = (value: Large): string =>
  nameIn({ name: value.name ?? null }) ?? t(`settings.change.value.${value.$large}`, { count: value.size });

/** What has no words of its own: a text in its reader's language, else part by part. */
const partsText = (value: JsonObject, nameOf: NameOf): string =>
  v.is(textAnswer, value)
    ? (localizedName(value) ?? t('settings.change.none'))
    : Object.entries(value)
        .map(([part, each]) => `${partName(part)}: ${valueText(part, each, nameOf)}`)
        .join(', ');

/** What a part is called; the part itself where it has no name. */
export const partName = (part: string): string => {
  const key = `settings.change.part.${kindOf(part)}`;
  if (hasText(key)) return part.replace(kindOf(part), t(key)).replace(':', ' ');
  return languageOptions().find(({ value }) => value === part)?.label ?? part;
};

/** `item` of `item:laptop`; a part that names no id is its own kind. */
const kindOf = (part = ''): string => part.split(':')[0] ?? '';

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
  v.is(BAND, value) ? t(`settings.compliance.bandName.${value.kind}`, { at: value.at }) : null;

function localizedName(name: string | v.InferOutput<typeof textAnswer>): string | undefined {
  const text = typeof name === 'string' ? name : localized(name);
  return text === '' ? undefined : text;
}
