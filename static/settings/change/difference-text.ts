import type { Difference } from '../../../src/kernel/diff';
import { textsIn } from '../../../src/kernel/json';
import { hasText, t } from '../../shared/i18n';
import { nameIn, type NameOf, partName, valueText } from './value-text';

const LISTS = ['metrics', 'calendars', 'holidaySets', 'agreements'];
/** Parts that name people, one or several. */
const PEOPLE =
  /^(?:agreements\.[^.]+\.responsible|(?:.+\.)?(?:approvers|manager|managers|standIn|assistants|owner|users)(?:\.\d+)?)$/;
/** Lists inside a metric or an agreement whose members have names. */
const NAMED = ['goals', 'escalations', 'tests', 'spaces', 'commitments', 'bands'];

/** `goals.rest.target.ms` of a member: the parts after its list and id. */
const partsOf = (path: string): readonly string[] => {
  const [list = '', , ...rest] = path.split('.');
  return LISTS.includes(list) ? rest : path.split('.');
};

/** Places in a list are counted from one, as people do. What a word means can depend on what it is a part of. */
const labelOf = (part: string, [whole = '']: readonly string[]): string => {
  const key = `settings.change.part.${whole}.${part}`;
  if (hasText(key)) return t(key);
  return /^\d+$/.test(part) ? String(Number(part) + 1) : partName(part);
};

/** Whether a part is a member that has a name; the bands of the display are two that are always there. */
const isNamed = (parts: readonly string[], index: number): boolean =>
  parts[0] !== 'display' && NAMED.includes(parts[index - 1] ?? '');

const labelsOf = (path: string, nameOf: NameOf): readonly string[] => {
  const parts = partsOf(path);
  const [, ownerId] = path.split('.');
  return parts.map((part, index) => (isNamed(parts, index) ? nameOf(part, ownerId) : labelOf(part, parts)));
};

/** `Goals › rest › target`; empty for a whole definition. */
export function placeText(path: string, nameOf: NameOf): string {
  const labels = labelsOf(path, nameOf);
  const isTarget = /\.target\.ms$/.test(path);
  return (isTarget ? labels.slice(0, -1) : labels).join(' › ');
}

/** Whether the values are accounts, whom only Jira can name. */
export const isAboutPeople = ({ path, before, after }: Difference): boolean =>
  PEOPLE.test(path) && [before, after].some((value) => textsIn(value).length > 0);

/** A definition that is new or gone. */
function wholeText({ path, before, after }: Difference, nameOf: NameOf): string {
  const [list = '', id = ''] = path.split('.');
  const label = `settings.change.list.${list}`;
  const name = nameIn(before ?? after) ?? nameOf(id);
  return t(before === undefined ? 'settings.change.created' : 'settings.change.removed', {
    what: hasText(label) ? t('settings.change.whole', { list: t(label), name }) : path,
  });
}

/**
 * One difference in words: `Goals › rest › target: 4 h → 2 h`. A whole definition, or a member of a list, that came or
 * went is told by its name. Ids are told by `nameOf`.
 */
export function differenceText(difference: Difference, nameOf: NameOf = (id) => id): string {
  const { path, before, after } = difference;
  const parts = partsOf(path);
  const last = parts.at(-1);
  if (last === undefined) return wholeText(difference, nameOf);
  const came = before === undefined;
  // What is in a list is what the list is of.
  const kind = /^\d+$/.test(last) ? (parts.at(-2) ?? last) : last;
  const isMember = /^\d+$/.test(last) || isNamed(parts, parts.length - 1);
  if (isMember && (came || after === undefined))
    return t(came ? 'settings.change.added' : 'settings.change.dropped', {
      what: labelsOf(path, nameOf).slice(0, -1).join(' › '),
      // A space has no name of its own in the definition: the first one there would be a goal's.
      member:
        parts.at(-2) === 'spaces'
          ? nameOf(last, path.split('.')[1])
          : valueText(kind, came ? after : before, nameOf),
    });
  return t('settings.change.difference', {
    what: placeText(path, nameOf),
    from: valueText(kind, before, nameOf),
    to: valueText(kind, after, nameOf),
  });
}
