import type { Answer } from '../model';
import { isWebAddress } from '../texts/web-address';
import { type FieldRules, unless } from './rules';

/** Something of the site that is searched for as who asks; the answer names it, and opens it to nobody. */
const lookup = (isName: (answer: string) => boolean): FieldRules => ({
  settings: [],
  operators: ['is', 'isNot', 'filled', 'empty'],
  check: (field, answer: Answer) => unless(typeof answer === 'string' && isName(answer), field, 'wrongType'),
});

/** Whether something reads like the key of a work item. */
export const isKey = (text: string): boolean => /^[A-Z][A-Z0-9_]+-\d+$/.test(text);

/** By name, as Jira's fields take them. */
const group = lookup((answer) => answer.trim() !== '' && answer.length <= 255);
const issue: FieldRules = { ...lookup(isKey), settings: ['jql'], defaults: ['found'] };
/** By its address, which every reader's Confluence shows as far as they may read it. */
const page = lookup(
  (answer) => answer.length <= 2_000 && isWebAddress(answer) && new URL(answer).pathname.startsWith('/wiki/'),
);

export const LOOKUPS = { group, issue, page };
