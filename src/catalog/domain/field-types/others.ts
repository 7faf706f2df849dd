import type { Answer } from '../model';
import { type FieldRules, unless } from './rules';

/** Account ids are opaque; Jira says later whether there is such a person. */
const isAccountId = (answer: Answer): boolean =>
  typeof answer === 'string' && /^[\w:.-]{1,128}$/.test(answer);

const user: FieldRules = {
  settings: [],
  operators: ['filled', 'empty'],
  isPerson: true,
  defaults: ['requester'],
  check: (field, answer) => unless(isAccountId(answer), field, 'notAnAccount'),
  read: (answer, _field, names) => ({ en: names.get(String(answer)) ?? String(answer) }),
};

/** A text between the questions. */
const info: FieldRules = { settings: [], operators: [], check: () => null };

export const OTHERS = { user, info };
