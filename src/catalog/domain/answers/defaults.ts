import { ANY_DATE, isAnswerable, plusDays, problemOfAnswer } from '../field-types';
import { answerFrom } from '../field-types/from-text';
import type { Answer, Answers, FormField, FormRule, RequesterPart } from '../model';

/** What is known of who fills a form, as far as the form begins with it. */
export interface Starting {
  readonly accountId: string;
  /** The requester's date, `YYYY-MM-DD`. */
  readonly today: string;
  /** Today plus so many working days; plain days where the item has no calendar. */
  readonly workingDate?: ((days: number) => string) | undefined;
  readonly about: Readonly<Partial<Record<RequesterPart, string>>>;
  /** Answers of their last request for the item. */
  readonly previous?: Answers | undefined;
  /** The keys of the work items that queries have found, by the question they are for. */
  readonly found?: Readonly<Record<string, string>> | undefined;
  /** What the address says for a question, by its id. */
  readonly said?: (fieldId: string) => string | null;
  readonly rules?: readonly FormRule[] | undefined;
}

/** Where an answer comes from that nobody has typed: a profile, a former request, a query, an address. */
export type Source = 'profile' | 'previous' | 'found' | 'address';

export interface Start {
  readonly answers: Answers;
  /** Of the answers those that are to be marked: whoever fills the form did not give them here. */
  readonly sources: ReadonlyMap<string, Source>;
}

/**
 * What a fresh form starts with. The address counts for more than the field's own default, but not for what a rule makes read-only;
 * what a question would not take is left out.
 */
export function startOf(form: readonly FormField[], starting: Starting): Start {
  const answers = new Map<string, Answer>();
  const sources = new Map<string, Source>();
  for (const field of form) {
    const said = isFixed(field, starting) ? null : answerFrom(field, starting.said?.(field.id) ?? '');
    const [answer, source] = said === null ? defaultOf(field, starting) : [said, 'address' as const];
    if (answer === null) continue;
    answers.set(field.id, answer);
    if (source) sources.set(field.id, source);
  }
  return { answers: Object.fromEntries(answers), sources };
}

const isFixed = ({ id }: FormField, { rules = [] }: Pick<Starting, 'rules'>): boolean =>
  rules.some(({ then }) => then.some((effect) => effect.do === 'readOnly' && effect.field === id));

function defaultOf(field: FormField, starting: Starting): readonly [Answer, Source?] {
  const { default: start } = field;
  switch (start?.kind) {
    case undefined:
      return [null];
    case 'static':
      return [start.value];
    case 'requester':
      return start.what === undefined
        ? [starting.accountId]
        : [answerFrom(field, starting.about[start.what] ?? ''), 'profile'];
    case 'previous': {
      const answer = starting.previous?.[field.id] ?? null;
      const fits = answer !== null && isAnswerable(field) && !problemOfAnswer(field, answer, ANY_DATE);
      return [fits ? answer : null, 'previous'];
    }
    case 'found':
      return [answerFrom(field, starting.found?.[field.id] ?? ''), 'found'];
    case 'today': {
      const { days = 0, working } = start;
      const { today, workingDate } = starting;
      return [working && days >= 0 && workingDate ? workingDate(days) : plusDays(today, days)];
    }
  }
}

/** The fields that some rule makes read-only, of which the app knows what stands in them while it does: what they start with. */
export const heldFields = (
  form: readonly FormField[],
  rules: readonly FormRule[] = [],
): readonly FormField[] => form.filter((field) => field.default !== undefined && isFixed(field, { rules }));

/**
 * What stands in those fields while they are read-only, in the browser and for the backend alike. One that starts empty, as nothing is
 * known or nobody has asked before, is left to who asks.
 */
export const heldAnswers = (
  form: readonly FormField[],
  { rules, said: _said, ...starting }: Starting,
): Answers => startOf(heldFields(form, rules), starting).answers;

/** The first work item that each query of a form's defaults finds, by question; none of what nothing is found for. */
export async function foundBy(
  form: readonly FormField[],
  firstIssue: (jql: string) => Promise<string | null>,
): Promise<Readonly<Record<string, string>>> {
  const found = form.map(async ({ id, default: start }) => {
    const key = start?.kind === 'found' && start.jql.trim() !== '' ? await firstIssue(start.jql) : null;
    return key === null ? [] : [[id, key] as const];
  });
  return Object.fromEntries((await Promise.all(found)).flat());
}

/** The parts of a requester that a form begins with. */
export const partsWanted = (form: readonly FormField[]): ReadonlySet<RequesterPart> =>
  new Set(
    form.flatMap(({ default: start }) => (start?.kind === 'requester' && start.what ? [start.what] : [])),
  );
