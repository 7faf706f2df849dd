/** Whether a form may be sent as it is filled: the form itself, its answers, and for whom it asks. */
import { utcDay } from '../../kernel/utc-day';
import { withChosenOptions, withOptionsOfJira } from '../../catalog';
import { checkAnswers } from '../../catalog/domain/answers/answers';
import {
  beneficiaryOf,
  namedIn,
  whoAsks,
  whoMustBeEntitled,
} from '../../catalog/domain/audience/beneficiary';
import { isEmptyAnswer } from '../../catalog/domain/form/conditions';
import { withoutFacts } from '../../catalog/domain/form/facts';
import { ANY_DATE } from '../../catalog/domain/field-types';
import { withPrice } from '../../catalog/domain/form/price';
import { hasPart } from '../../catalog/domain/kinds';
import type { Answers, FormField, PublishedItem } from '../../catalog/domain/model';
import { issuesJql } from '../../catalog/domain/form/issue-options';
import { inPresentWords } from '../../catalog/domain/form/jira-options';
import { areForGroups, offeredTo } from '../../catalog/domain/form/offered-options';
import { withHeld } from '../../catalog/domain/form/visibility';
import { AppFailure, badRequest } from '../../kernel/errors';
import { error, type Finding } from '../../kernel/finding';
import { LATER } from '../../catalog/domain/files/file-ref';
import { plainTexts } from '../../catalog/domain/texts/plain-texts';
import { fileFields, filesOf, withHeldFiles } from '../files/sent-files';
import { type HeldPorts, heldFor } from './held-answers';
import type { Person } from '../ports';
import type { Submission, SubmitPorts } from './submission';

/** A version published since that asks the same at the same price is no other form to who fills it. */
export async function isFormOf(
  item: PublishedItem,
  submission: Submission,
  ports: Pick<SubmitPorts, 'itemInVersion'>,
): Promise<boolean> {
  if (item.version === submission.itemVersion) return true;
  const filled = await ports.itemInVersion(item.id, submission.itemVersion);
  return filled !== null && asks(filled) === asks(item);
}

/** What a form asks, and at what price: equal for versions that are the same to who fills it. */
export const asks = ({ content: { form, rules, price, quantity, onBehalf } }: PublishedItem): string =>
  JSON.stringify([form, rules ?? null, price ?? null, quantity ?? null, onBehalf ?? null]);

export const formChanged = (item: PublishedItem): AppFailure =>
  new AppFailure('FORM_CHANGED', `The form of ${item.content.name.en} was changed meanwhile.`);

/**
 * Whoever it is for must be entitled to it, unless it is enough that the requester is. That `person` may order it is known from finding
 * it. What Jira does not tell of the other lets them not in, and is said to be that.
 * @throws AppFailure INVALID_ANSWERS with the question.
 */
export async function refuseUnlessFor(
  item: PublishedItem,
  target: string,
  person: Person,
  ports: Pick<SubmitPorts, 'maySee' | 'groupsOf'>,
): Promise<void> {
  const { onBehalf } = item.content;
  const decide = whoMustBeEntitled(item.content, person, target);
  const refusal = (code: string) => invalidAnswers([error(code, onBehalf?.field ?? '')]);
  if (decide === null) throw refusal('notForThem');
  if (target === person.accountId || !decide.includes(target)) return;
  const may = await ports.maySee(item, { accountId: target, groups: () => ports.groupsOf(target) });
  if (may === null) throw refusal('untoldOfThem');
  if (!may) throw refusal('notForThem');
}

export const invalidAnswers = (fields: AppFailure['fields']): AppFailure =>
  new AppFailure('INVALID_ANSWERS', 'Some answers need another look.', { fields });

/**
 * The answers as the form takes them, on its calendar, with the facts of whom it is for and the price as they are now: those that a browser
 * sends are nobody's word.
 * @throws AppFailure INVALID_ANSWERS with the questions; BAD_REQUEST for an item of which nothing is made.
 */
export async function validAnswers(
  item: PublishedItem,
  given: Answers,
  person: Person,
  ports: HeldPorts &
    Pick<
      SubmitPorts,
      'createFields' | 'earliestDate' | 'factsOf' | 'findsIssue' | 'groupsOf' | 'heldFiles' | 'storesFiles'
    >,
): Promise<Answers> {
  if (!hasPart(item.content, 'work')) throw badRequest('This item makes no request.');
  const { form: whole, rules } = item.content;
  const sent = { ...withoutFacts(given), ...namedIn(item.content, person) };
  const held = await heldFor(item, sent, person, ports);
  // Whom it is for depends on no fact of theirs: publishing refuses such circles.
  const answers = withHeld(item.content, sent, held);
  const named = checkAnswers(whole, answers, { ...ANY_DATE, rules }).answers;
  const beneficiary = beneficiaryOf(item.content, named, person.accountId);
  const [earliestDate, facts, form] = await Promise.all([
    ports.earliestDate?.(item, person.now),
    ports.factsOf?.(item.content, { requester: whoAsks(person), beneficiary, visitor: person }),
    formFor(item, { beneficiary, answers: { ...named, ...answers } }, person, ports),
  ]);
  const checked = checkAnswers(form, withHeld({ form, rules }, { ...sent, ...facts }, held), {
    rules,
    today: todayAnywhere(person.now),
    earliestDate,
  });
  const problems =
    checked.problems.length > 0 ? checked.problems : await notFound(form, checked.answers, ports);
  if (problems.length > 0) throw invalidAnswers(problems);
  const withFiles = await withTheirFiles(form, checked.answers, person, ports);
  return withPrice(item.content, inPresentWords(form, withFiles));
}

/** The files as the app holds them. A form that is only tried has none in the store. @throws AppFailure INVALID_ANSWERS for one that is gone, or is not theirs. */
async function withTheirFiles(
  form: readonly FormField[],
  answers: Answers,
  person: Person,
  ports: Pick<SubmitPorts, 'heldFiles' | 'storesFiles'>,
): Promise<Answers> {
  if (ports.heldFiles === undefined) return answers;
  const later = fileFields(form).find(({ id }) => plainTexts(answers[id]).includes(LATER));
  if (later && (await ports.storesFiles?.())) throw invalidAnswers([error('filesWork', later.id)]);
  if (filesOf(form, answers).length === 0) return answers;
  const held = withHeldFiles(form, answers, await ports.heldFiles(whoAsks(person)));
  if (held.problems.length > 0) throw invalidAnswers(held.problems);
  return held.answers;
}

/** Work items that the query of their question, or none, does not find for who asks: the app would name them on its own word. */
async function notFound(
  form: readonly FormField[],
  answers: Answers,
  { findsIssue }: Pick<SubmitPorts, 'findsIssue'>,
): Promise<readonly Finding[]> {
  const asked = form.flatMap(({ id, type, jql }) => {
    const key = answers[id];
    return type === 'issue' && typeof key === 'string'
      ? [{ id, found: findsIssue?.(issuesJql(jql, key)) }]
      : [];
  });
  const wrong = await Promise.all(
    asked.map(async ({ id, found }) => ((await found) === false ? [error('notAnOption', id)] : [])),
  );
  return wrong.flat();
}

/** The form with the options that Jira's fields have now and those of its lists, where one was chosen, and of its own those that may be chosen. */
const formFor = async (
  item: PublishedItem,
  { beneficiary, answers }: { readonly beneficiary: string; readonly answers: Answers },
  person: Person,
  ports: Pick<SubmitPorts, 'createFields' | 'groupsOf'>,
): Promise<readonly FormField[]> => {
  const { form, fulfilment } = item.content;
  const isChosen = form.some(({ id, jiraField }) => jiraField !== undefined && !isEmptyAnswer(answers[id]));
  const offered = await offeredForm(item, beneficiary, person, ports);
  const listed = await withChosenOptions(offered, answers);
  return isChosen ? withOptionsOfJira(listed, fulfilment, ports.createFields) : listed;
};

/** The form with the options that who asks may choose, and whom it is for too, unless it is enough that who asks may. */
async function offeredForm(
  { content: { form, onBehalf } }: PublishedItem,
  beneficiary: string,
  person: Person,
  ports: Pick<SubmitPorts, 'groupsOf'>,
): Promise<readonly FormField[]> {
  if (!areForGroups(form)) return form;
  const isForOther = beneficiary !== person.accountId && onBehalf?.access === 'restricted';
  return offeredTo(
    form,
    await Promise.all([person.groups(), ...(isForOther ? [ports.groupsOf(beneficiary)] : [])]),
  );
}

/** Where the day is oldest: the browser, which knows the requester's zone, is stricter. */
const todayAnywhere = (now: number): string => utcDay(now - 12 * 3_600_000);
