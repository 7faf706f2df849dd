import type { Answer } from '../model';
import { type FieldRules, unless } from './rules';

/** Account ids are opaque; Jira says later whether there is such a person. */
const isAccountId = (answer: Answer): boolean =>
  typeof answer === 'string' && /^[\w:.-]{1,128}$/.test(answer);

const MOST_PEOPLE = 50;
const arePeople = (answer: Answer): boolean =>
  typeof answer === 'object' &&
  answer !== null &&
  answer.length <= MOST_PEOPLE &&
  new Set(answer).size === answer.length &&
  answer.every(isAccountId);

const nameOf = (accountId: string, names: ReadonlyMap<string, string>): string =>
  names.get(accountId) ?? accountId;

const user: FieldRules = {
  settings: [],
  operators: ['filled', 'empty'],
  people: 'one',
  defaults: ['requester'],
  parts: ['manager'],
  check: (field, answer) => unless(isAccountId(answer), field, 'notAnAccount'),
  read: (answer, _field, names) => ({ en: nameOf(String(answer), names) }),
};

const users: FieldRules = {
  settings: [],
  operators: ['filled', 'empty'],
  people: 'several',
  check: (field, answer) => unless(arePeople(answer), field, 'notAnAccount'),
  read: (answer, _field, names) => ({
    en: [answer]
      .flat()
      .map((accountId) => nameOf(String(accountId), names))
      .join(', '),
  }),
};

export const PEOPLE = { user, users };
