/** What a form's token stands for already. */
import { factsIn, withoutFacts } from '../../catalog/domain/form/facts';
import { ANY_DATE } from '../../catalog/domain/field-types';
import { checkAnswers } from '../../catalog/domain/answers/answers';
import type { PublishedItem } from '../../catalog/domain/model';
import { masked } from '../../catalog/domain/form/secrets';
import { AppFailure } from '../../kernel/errors';
import { sameValues } from '../../kernel/same-values';
import { asks } from './check-submission';
import type { RequestDocument } from '../domain/model';
import { issueOfAttempt } from '../issue/make-issue-once';
import { keepingDraft, open, rowFor } from './open-sent';
import type { Person } from '../ports';
import type { Submission, SubmitPorts } from './submission';

/**
 * The request this token has made, `null` while it has made none. An attempt whose answer was lost may have made the
 * issue: the request is then finished with the answers that issue holds.
 */
export async function sentBefore(
  known: RequestDocument,
  submission: Submission,
  person: Person,
  ports: SubmitPorts,
): Promise<RequestDocument | null> {
  if (known.state !== 'creating') return known;
  return keepingDraft(submission, person, null, ports, async () => {
    const issue = await issueOfAttempt(known, person.now, ports);
    if (!issue) return null;
    const item = await itemOf(known, person, ports);
    return open(known, issue, item, await rowFor(known, item, person.now, true), ports);
  });
}

const itemOf = async (request: RequestDocument, person: Person, ports: SubmitPorts): Promise<PublishedItem> =>
  (await ports.itemInVersion(request.itemId, request.itemVersion)) ?? ports.findItem(request.itemId, person);

/** Whether the request is what this form asks for: the same item, a form that asks the same, the same answers. Facts are those of then. */
export async function isSameForm(
  sent: RequestDocument,
  { itemId, itemVersion, answers }: Submission,
  ports: SubmitPorts,
): Promise<boolean> {
  if (sent.itemId !== itemId) return false;
  const item = await ports.itemInVersion(itemId, sent.itemVersion);
  if (![sent.itemVersion, sent.formVersion].includes(itemVersion)) {
    // The page may have been loaded anew since, with a version that was published only then.
    const filled = await ports.itemInVersion(itemId, itemVersion);
    if (!item || !filled || asks(item) !== asks(filled)) return false;
  }
  const given = { ...withoutFacts(answers), ...factsIn(sent.answers) };
  if (!item) return sameValues(sent.answers, given);
  const { form, rules } = item.content;
  const { answers: wanted } = checkAnswers(form, given, { ...ANY_DATE, rules });
  // Secrets stand in a request until its work item has them.
  return sameValues(masked(form, sent.answers), masked(form, wanted));
}

export const alreadySent = (sent: RequestDocument): AppFailure =>
  new AppFailure('ALREADY_SENT', 'This form was sent already, with another content.', {
    params: { key: sent.issueKey ?? '', requestId: sent.id },
  });
