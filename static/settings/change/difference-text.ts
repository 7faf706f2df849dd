import type { Difference } from '../../../src/shared/domain/diff';
import { hasText, t } from '../../shared/i18n';
import { nameIn, type NameOf, valueText } from './value-text';

/** `goals.rest.target.ms` of a member: the parts after its list and id. */
const partsOf = (path: string): readonly string[] => {
  const [list, , ...rest] = path.split('.');
  return ['metrics', 'calendars', 'holidaySets', 'agreements'].includes(list ?? '') ? rest : path.split('.');
};

/** Places in a list are counted from one, as people do. */
const labelOf = (part: string): string => {
  const key = `settings.change.part.${part}`;
  if (hasText(key)) return t(key);
  return /^\d+$/.test(part) ? String(Number(part) + 1) : part;
};

/** `Goals › rest › target`; empty for a whole definition. */
export const placeText = (path: string): string => {
  const parts = partsOf(path);
  const last = parts.at(-1);
  const isTarget = last === 'ms' && parts.at(-2) === 'target';
  return (isTarget ? parts.slice(0, -1) : parts).map(labelOf).join(' › ');
};

/** Whether the values are accounts, whom only Jira can name. */
export const isAboutPeople = ({ path }: Difference): boolean => /^agreements\.[^.]+\.responsible$/.test(path);

/**
 * One difference in words: `Goals › rest › target: 4 h → 2 h`. A whole definition, or a member of a list, that came or
 * went is told by its name. Ids of other definitions are told by `nameOf`.
 */
export function differenceText({ path, before, after }: Difference, nameOf: NameOf = (id) => id): string {
  const what = placeText(path);
  if (what === '') {
    const [list = '', id = ''] = path.split('.');
    const label = `settings.change.list.${list}`;
    const name = nameIn(before === '' ? after : before) ?? nameOf(id);
    return t(before === '' ? 'settings.change.created' : 'settings.change.removed', {
      what: hasText(label) ? t('settings.change.whole', { list: t(label), name }) : path,
    });
  }
  const parts = partsOf(path);
  const last = parts.at(-1);
  const member = before === '' ? after : before;
  if (/^\d+$/.test(last ?? '') && (before === '' || after === ''))
    return t(before === '' ? 'settings.change.added' : 'settings.change.dropped', {
      what: parts.slice(0, -1).map(labelOf).join(' › '),
      member: valueText(last, member, nameOf),
    });
  return t('settings.change.difference', {
    what,
    from: valueText(last, before, nameOf),
    to: valueText(last, after, nameOf),
  });
}
