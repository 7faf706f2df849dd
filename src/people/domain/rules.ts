/** What must not be said of people, whoever they are. */
import { errorIn, type OwnedFinding } from '../../kernel/finding';
import { whoseOf } from '../../kernel/section';
import { idsOf, person, type PersonRecord } from './person';

/** The accounts that a part of a record names. */
const namedAt = (
  record: PersonRecord,
  part: 'id' | 'manager' | 'standIn' | 'assistants',
): readonly string[] => (part === 'assistants' ? idsOf(record.assistants) : [record[part]]);

const at = (record: PersonRecord): string => whoseOf(person, record);

/** Nobody is their own manager, stand-in or assistant. */
export const namesThemselves = (record: PersonRecord): readonly OwnedFinding[] =>
  (['manager', 'standIn', 'assistants'] as const)
    .filter((part) => namedAt(record, part).includes(record.id))
    .map((part) => errorIn('NAMES_THEMSELVES', at(record), part));

/** Accounts that Jira does not have, wherever a record names one. */
export const namesUnknown = (
  record: PersonRecord,
  isKnown: (id: string) => boolean,
): readonly OwnedFinding[] =>
  (['id', 'manager', 'standIn', 'assistants'] as const).flatMap((part) =>
    namedAt(record, part)
      .filter((id) => id !== '' && !isKnown(id))
      .map((id) => errorIn('UNKNOWN_ACCOUNT', at(record), part, { account: id })),
  );

/**
 * Who works for whom in a circle, beginning and ending with somebody; `null` where the way up ends, or leads into a circle that
 * they are not in. `managers` has everybody above them.
 */
export function circleOf(id: string, managers: ReadonlyMap<string, string>): readonly string[] | null {
  const way = [id];
  for (let above = managers.get(id) ?? ''; above !== ''; above = managers.get(above) ?? '') {
    if (above === id) return way.length === 1 ? null : [...way, id];
    if (way.includes(above)) return null;
    way.push(above);
  }
  return null;
}

/** The circle by the names of those in it. */
export const inCircle = (record: PersonRecord, names: readonly string[]): OwnedFinding =>
  errorIn('MANAGER_CIRCLE', at(record), 'manager', { people: names.join(' → ') });
