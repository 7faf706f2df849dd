import type { Condition, Field } from '../catalog/schema';
import type { ItemSpec } from '../catalog/specs';
import { HISTORY } from './data';
import type { Random } from './random';
import { type Place, localDate } from './worktime';

export type Answer = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

export interface Asker {
  readonly accountId: string;
  readonly displayName: string;
  readonly place: Place;
  readonly location: 'berlin' | 'moscow' | 'remote';
}

/** Whether a question is shown, given the answers so far. */
export function holds({ field, op, value }: Condition, answers: Answers): boolean {
  return (String(answers[field] ?? '') === value) === (op === 'is');
}

function one(field: Field, asker: Asker, at: number, text: string, random: Random): Answer | undefined {
  switch (field.type) {
    case 'info':
      return undefined;
    case 'choice':
      return field.id === 'location' ? asker.location : random.pick(field.options ?? []).id;
    case 'multiChoice':
      return [random.pick(field.options ?? []).id];
    case 'user':
      return asker.accountId;
    case 'date':
      return localDate(at, 8 + Math.floor(random.between(0, 12)), asker.place);
    case 'dateTime':
      return new Date(at).toISOString();
    case 'number':
      return Math.round(random.between(field.min ?? 1, Math.min(field.max ?? 500, 900)));
    case 'duration':
      return 150;
    case 'yesNo':
      return random.chance(0.3);
    case 'email':
      return 'someone@example.com';
    case 'url':
      return 'https://example.com/about';
    case 'multiline':
      return HISTORY.answers[field.id] ?? text;
    default:
      return HISTORY.answers[field.id] ?? 'Standard';
  }
}

/** Plausible answers to an item's form; hidden questions stay unanswered. */
export function answersTo(
  spec: ItemSpec,
  asker: Asker,
  at: number,
  texts: { title?: string; details: string },
  random: Random,
): Answers {
  const answers: Record<string, Answer> = {};
  for (const field of spec.form) {
    if (field.visibleWhen && !holds(field.visibleWhen, answers)) continue;
    if (!field.required && random.chance(0.4)) continue;
    const answer =
      field.id === 'title' && texts.title ? texts.title : one(field, asker, at, texts.details, random);
    if (answer !== undefined) answers[field.id] = answer;
  }
  return answers;
}

/** The fields as the item's mappings make them. */
export function mappedFields(spec: ItemSpec, answers: Answers): Record<string, string | number> {
  const fields: Record<string, string | number> = {};
  for (const { jiraField, source, valueMap } of spec.mappings) {
    const raw = source.kind === 'answer' ? answers[source.field] : source.value;
    if (raw === undefined || typeof raw === 'boolean' || typeof raw === 'object') continue;
    fields[jiraField] = valueMap?.[String(raw)] ?? raw;
  }
  return fields;
}
