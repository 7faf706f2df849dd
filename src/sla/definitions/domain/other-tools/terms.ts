/** What starts, stops and pauses a clock, from words: those of the file format and those Jira Service Management uses. */
import type { Condition, PauseRule, Trigger } from '../../../engine/model';
import { readCondition } from './condition-text';
import type { SiteNames } from './model';

/** Terms are separated by `;`, outside of quotes. */
export const termsOf = (text: string): readonly string[] =>
  (text.match(/(?:"[^"]*"|[^;"])+/g) ?? []).map((term) => term.trim()).filter((term) => term !== '');

const set = (field: string, edge: 'set' | 'cleared'): Trigger => ({ on: 'changed', field, edge });
const comment = (by: 'agent' | 'requester'): Trigger => ({ on: 'commented', by: [by], audience: 'public' });

const EVENTS: readonly (readonly [RegExp, Trigger])[] = [
  [/^(issue |work item )?created$/, { on: 'created' }],
  [/^(resolved|resolution:? set)$/, set('resolution', 'set')],
  [/^(reopened|resolution:? cleared)$/, set('resolution', 'cleared')],
  [/^(assigned|assignee:? (set|from unassigned))$/, set('assignee', 'set')],
  [/^(unassigned|assignee:? (cleared|to unassigned))$/, set('assignee', 'cleared')],
  [/^assignee:? changed$/, { on: 'changed', field: 'assignee' }],
  [/^due date:? set$/, set('duedate', 'set')],
  [/^due date:? cleared$/, set('duedate', 'cleared')],
  [/^(agent comments|comment by agent|comment: for customers?)$/, comment('agent')],
  [/^(requester comments|comment by requester|comment: by customers?)$/, comment('requester')],
];

const status = (condition: Condition | { readonly fault: unknown }): readonly string[] | undefined =>
  'field' in condition && condition.field === 'status' && condition.op === 'in'
    ? condition.values
    : undefined;

const ENTERED = /^(?:entered status:|status:)\s*"?([^"]+?)"?$/i;

/** An event, or undefined when the term is none that is known here. A status alone means that it is entered. */
export function readEvent(term: string, names: SiteNames): Trigger | undefined {
  const known = EVENTS.find(([words]) => words.test(term.toLowerCase()))?.[1];
  if (known !== undefined) return known;
  const entered = ENTERED.exec(term)?.[1];
  const named = entered === undefined ? undefined : names.value('status', entered);
  const to = named === undefined ? status(readCondition(term, names)) : [named];
  return to && { on: 'changed', field: 'status', to };
}

const STATES: readonly (readonly [RegExp, Condition])[] = [
  [/^resolution:? set$/, { field: 'resolution', op: 'set' }],
  [/^resolution:? not set$/, { field: 'resolution', op: 'empty' }],
  [/^due date:? set$/, { field: 'duedate', op: 'set' }],
  [/^due date:? not set$/, { field: 'duedate', op: 'empty' }],
  [/^assignee:? set$/, { field: 'assignee', op: 'set' }],
  [/^assignee:? not set$/, { field: 'assignee', op: 'empty' }],
];

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/customer|requester|reporter|заказчик|заявител|клиент/i, 'requester'],
  [/vendor|supplier|third.party|подрядчик|поставщик/i, 'vendor'],
  [/approv|соглас/i, 'approval'],
];

/** Reported under the reason its words suggest, else under the words. */
const reasonOf = (term: string): string =>
  REASONS.find(([words]) => words.test(term))?.[1] ?? term.slice(0, 100);

/** A pause, or undefined when the term is none that is known here. */
export function readPause(term: string, names: SiteNames): PauseRule | undefined {
  const known = STATES.find(([words]) => words.test(term.toLowerCase()))?.[1];
  if (known !== undefined) return { reason: reasonOf(term), when: known };
  const inside = ENTERED.exec(term)?.[1];
  const named = inside === undefined ? undefined : names.value('status', inside);
  if (named !== undefined)
    return { reason: reasonOf(term), when: { field: 'status', op: 'in', values: [named] } };
  const condition = readCondition(term, names);
  return 'fault' in condition ? undefined : { reason: reasonOf(term), when: condition };
}
