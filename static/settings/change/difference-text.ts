import type { Difference } from '../../../src/shared/domain/diff';
import { formatDuration } from '../../shared/durations';
import { hasText, t } from '../../shared/i18n';

/** `goals.rest.target.ms` of a member: the parts after its list and id. */
const partsOf = (path: string): readonly string[] => {
  const [list, , ...rest] = path.split('.');
  return ['metrics', 'calendars', 'holidaySets', 'agreements'].includes(list ?? '') ? rest : path.split('.');
};

const labelOf = (part: string): string => {
  const key = `settings.change.part.${part}`;
  return hasText(key) ? t(key) : part;
};

const valueOf = (part: string | undefined, value: string): string => {
  if (value === '') return t('settings.change.none');
  if ((part === 'ms' || (part?.endsWith('Ms') ?? false)) && /^\d+$/.test(value)) {
    return formatHours(Number(value));
  }
  const key = `settings.change.value.${value}`;
  if (/^\w+$/.test(value) && hasText(key)) return t(key);
  return value;
};

/** Targets are hours of working time: never turned into days of 24 hours. */
const formatHours = (ms: number): string => {
  const hours = Math.floor(ms / 3_600_000);
  const rest = ms % 3_600_000;
  if (hours === 0) return formatDuration(ms);
  const whole = t('settings.change.hours', { count: hours });
  return rest === 0 ? whole : `${whole} ${formatDuration(rest)}`;
};

/** One difference in words: `Goals › rest › target: 4 h → 2 h`. */
export function differenceText({ path, before, after }: Difference): string {
  const parts = partsOf(path);
  const last = parts.at(-1);
  const named = (last === 'ms' && parts.at(-2) === 'target' ? parts.slice(0, -1) : parts).map(labelOf);
  if (named.length === 0) {
    const [list = '', id = ''] = path.split('.');
    const what = hasText(`settings.change.list.${list}`)
      ? `${t(`settings.change.list.${list}`)} ${id}`
      : path;
    return t(before === '' ? 'settings.change.created' : 'settings.change.removed', { what });
  }
  const [from, to] = [valueOf(last, before), valueOf(last, after)];
  return t('settings.change.difference', { what: named.join(' › '), from, to });
}
