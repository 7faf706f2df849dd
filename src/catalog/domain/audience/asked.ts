/** What of a viewer only a question of its own tells: nothing that is kept of people says it. */
import * as v from 'valibot';
import type { Audience, Entitlement } from '../model';

export type Question =
  | { readonly kind: 'role'; readonly projectId: string; readonly roleId: string }
  | { readonly kind: 'search'; readonly jql: string }
  | { readonly kind: 'hours'; readonly calendarId: string };

export const questionSchema: v.GenericSchema<unknown, Question> = v.variant('kind', [
  v.object({ kind: v.literal('role'), projectId: v.string(), roleId: v.string() }),
  v.object({ kind: v.literal('search'), jql: v.string() }),
  v.object({ kind: v.literal('hours'), calendarId: v.string() }),
]);

/** Yes or no to each question, by its key; one that nobody could answer is left out. */
export type Said = ReadonlyMap<string, boolean>;

/**
 * So many different questions everything published may ask: each is a call to Jira whenever somebody opens the portal.
 */
export const MOST_ASKED = 10;

export function keyOf(question: Question): string {
  switch (question.kind) {
    case 'role':
      return `role ${question.projectId} ${question.roleId}`;
    case 'search':
      return `search ${question.jql}`;
    case 'hours':
      return `hours ${question.calendarId}`;
  }
}

/** What being on a list asks. */
export const questionsOfList = ({ roles = [], searches = [] }: Audience): readonly Question[] => [
  ...roles.map((role) => ({ kind: 'role', ...role }) as const),
  ...searches.map((jql) => ({ kind: 'search', jql }) as const),
];

/** What being there in the hours of a calendar asks. */
export const questionOfHours = (calendarId: string): Question => ({ kind: 'hours', calendarId });

/** Every question that some lists ask, each once. */
export function questionsOf(all: readonly (Entitlement | undefined)[]): readonly Question[] {
  const asked = all.flatMap((lists): readonly Question[] =>
    lists === undefined
      ? []
      : [
          ...[lists.availableFor, lists.notAvailableFor].flatMap(questionsOfList),
          ...(lists.hours === undefined ? [] : [questionOfHours(lists.hours)]),
        ],
  );
  return [...new Map(asked.map((question) => [keyOf(question), question])).values()];
}
