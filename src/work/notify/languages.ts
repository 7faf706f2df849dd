/** In which languages people are told something. */
import type { Language, LocalizedText } from '../../kernel/text';
import type { Addressees } from './addressees';
import type { Person } from './directory';

/** What is said, and the name of what it is about: a site that names it in two languages speaks both. */
export interface Said {
  readonly name: LocalizedText;
  readonly say: (language: Language) => string;
}

/**
 * The languages a message is written in: those its readers are known to use, English first. Where Jira does not tell, or
 * nobody is addressed, both where its subject is named in both, else English.
 */
export const languagesFor = (
  known: readonly (Language | null)[],
  name: LocalizedText,
): readonly Language[] => {
  const spoken = new Set(known.filter((language) => language !== null));
  if (known.length === 0 || known.includes(null)) {
    spoken.add('en');
    if (name.ru !== undefined) spoken.add('ru');
  }
  return [...spoken].sort((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1));
};

/** The languages of whom a message goes to, as far as they are known: those of a group are not. */
export const languagesOf = (
  { users, groups }: Addressees,
  people: ReadonlyMap<string, Person>,
  name: LocalizedText,
): readonly Language[] =>
  languagesFor([...users.map((id) => people.get(id)?.language ?? null), ...groups.map(() => null)], name);

/** A line in each of the languages; what is the same in several stands once. */
export const inLanguages = (languages: readonly Language[], say: Said['say']): string =>
  [...new Set(languages.map(say))].join('\n');
