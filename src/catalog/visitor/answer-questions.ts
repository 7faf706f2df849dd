/** Answers what audiences ask of somebody: now, and only that. */
import { ifJiraTells } from '../../platform/jira/if-told';
import { actorsOfRole } from '../../platform/jira/people/project-roles';
import { workingAt } from '../../sla';
import { keyOf, type Question, type Said } from '../domain/audience/asked';
import type { Visitor } from './visitor';

/** Yes or no to each question; left out is what Jira can't say, refuses to tell the app, or tells only those it is about. */
export async function answersTo(
  questions: readonly Question[],
  visitor: Visitor,
  now: number,
): Promise<Said> {
  const calendarIds = questions.flatMap((each) => (each.kind === 'hours' ? [each.calendarId] : []));
  const working = calendarIds.length === 0 ? undefined : await workingAt(calendarIds, now);
  const answered = await Promise.all(
    questions.map(async (question) => {
      const answer =
        question.kind === 'hours' ? working?.get(question.calendarId) : await ofPerson(question, visitor);
      return [keyOf(question), answer ?? null] as const;
    }),
  );
  return new Map(answered.flatMap(([key, answer]) => (answer === null ? [] : [[key, answer] as const])));
}

type OfPerson = Exclude<Question, { readonly kind: 'hours' }>;

function ofPerson(question: OfPerson, visitor: Visitor): Promise<boolean | null> {
  if (question.kind === 'role') return holdsRole(question, visitor);
  // What a search finds is the searcher's own: of somebody else nobody can say it.
  return visitor.finds === undefined ? Promise.resolve(null) : ifJiraTells(visitor.finds(question.jql));
}

async function holdsRole(
  { projectId, roleId }: Extract<Question, { readonly kind: 'role' }>,
  visitor: Visitor,
): Promise<boolean | null> {
  const actors = await ifJiraTells(actorsOfRole(projectId, roleId));
  if (actors === null) return null;
  if (actors.users.includes(visitor.accountId)) return true;
  if (actors.groups.length === 0) return false;
  const groups = await visitor.groups();
  return (
    groups && actors.groups.some(({ groupId, name }) => groups.includes(groupId) || groups.includes(name))
  );
}
