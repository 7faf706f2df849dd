import { isMeasure } from '../../src/catalog/domain/field-types';
import type { FieldType, MeasureType } from '../../src/catalog/domain/model';
import { compactDuration } from '../../src/kernel/duration';
import { t } from './i18n';
import { readNumber } from './numbers';
import { type Measure, NUMBER } from './use-number-text';

const shownDuration = (minutes: number): string => compactDuration(minutes * 60_000, t, Infinity);

/** `2 h 30 min`, `2.5 h`, `2:30` as whole minutes. A number alone is none: it could be hours or minutes. */
function readDuration(typed: string): number | 'empty' | 'none' {
  const text = typed.trim().toLowerCase();
  if (text === '') return 'empty';
  const [, clockHours, clockMinutes] = /^(\d{1,4}):([0-5]\d)$/.exec(text) ?? [];
  if (clockHours !== undefined) return Number(clockHours) * 60 + Number(clockMinutes);
  const parts = [...text.matchAll(/(\d[^\p{L}]*?)\s*(\p{L}+)\.?\s*/gu)];
  const minutes = parts.map(([, amount = '', unit = '']) => Number(readNumber(amount)) * minutesOf(unit));
  const isRead = parts.length > 0 && parts.map(([part]) => part).join('') === text;
  const sum = Math.round(minutes.reduce((total, each) => total + each, 0));
  return isRead && Number.isFinite(sum) ? sum : 'none';
}

/** Of a unit in the viewer's language; `NaN` for what is none. */
function minutesOf(unit: string): number {
  if (t('fieldType.duration.hour').split(' ').includes(unit)) return 60;
  return t('fieldType.duration.minute').split(' ').includes(unit) ? 1 : Number.NaN;
}

const DURATION: Measure = {
  read: readDuration,
  text: shownDuration,
  shown: shownDuration,
  example: () => shownDuration(150),
  problem: (read) =>
    read === 'none' ? t('fieldType.duration.unread', { example: shownDuration(150) }) : undefined,
};

/** How people write and read the answers that are numbers, by the type of field. */
export const MEASURES: Readonly<Record<MeasureType, Measure>> = {
  number: NUMBER,
  duration: DURATION,
  currency: NUMBER,
  computed: NUMBER,
};

/** The same of any type: what is no measure is a plain number. */
export const measureOf = (type: FieldType): Measure => (isMeasure(type) ? MEASURES[type] : NUMBER);
