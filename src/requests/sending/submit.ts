import { beneficiaryOf, whoAsks } from '../../catalog/domain/audience/beneficiary';
import { factsIn } from '../../catalog/domain/form/facts';
import { badRequest } from '../../kernel/errors';
import { waitForApproval } from '../issue/approve-first';
import { formChanged, isFormOf, refuseUnlessFor, validAnswers } from './check-submission';
import { asksFirst } from '../domain/before-issue';
import type { RequestDocument } from '../domain/model';
import { endSent } from '../drafts/draft-store';
import { filesOf } from '../files/sent-files';
import { makeIssueOnce } from '../issue/make-issue-once';
import { keepingDraft, open, rowFor, submitted, type Submitted } from './open-sent';
import { withinCap } from './per-person';
import type { Person } from '../ports';
import { alreadySent, isSameForm, sentBefore } from './sent-before';
import { startApprovals } from '../approvals/start-approvals';
import { readRequest } from '../records/store';
import type { Submission, SubmitPorts } from './submission';

/**
 * Turns a filled form into a request and its Jira issue, once: the client's token makes every retry of the same form
 * the same request, whatever was lost on the way. For whom it is comes from the form's own answer, else from `person`: who
 * calls, or who lets them order for them.
 * @throws AppFailure NOT_FOUND, ITEM_RETIRED, INVALID_ANSWERS with the fields, FORM_CHANGED when the form is another
 * now, ALREADY_SENT with `key` when the token's request is in with another content, REQUEST_REFUSED by Jira,
 * BEING_SENT, JIRA_UNAVAILABLE and STORAGE_BUSY to be tried again.
 */
export async function submit(submission: Submission, person: Person, ports: SubmitPorts): Promise<Submitted> {
  const requester = whoAsks(person);
  const { clientToken } = submission;
  const { heldFiles } = ports;
  const known = await readRequest(submission.clientToken);
  if (known && known.requester !== requester)
    throw badRequest('This form was sent by somebody else. Reload it.');
  // A form for one person is no second try of a form for another.
  if (known && person.by !== undefined && known.beneficiary !== person.accountId) throw alreadySent(known);
  const sent = known && (await sentBefore(known, submission, person, ports));
  if (sent) {
    if (!(await isSameForm(sent, submission, ports))) throw alreadySent(sent);
    await endSent(requester, sent.id);
    return submitted(sent);
  }

  const item = await keepingDraft(submission, person, null, ports, () =>
    ports.findItem(submission.itemId, person),
  );
  if (!(await isFormOf(item, submission, ports))) throw formChanged(item);
  const answers = await validAnswers(item, submission.answers, person, {
    ...ports,
    ...(heldFiles && {
      // One that was sent with another request goes to that work item, and is in the store no longer.
      heldFiles: async (accountId) =>
        (await heldFiles(accountId)).filter(({ requestId = clientToken }) => requestId === clientToken),
    }),
  });
  const beneficiary = beneficiaryOf(item.content, answers, person.accountId);
  const capped = await keepingDraft(submission, person, null, ports, async () => {
    await refuseUnlessFor(item, beneficiary, person, ports);
    return withinCap(item, { id: submission.clientToken, answers, beneficiary }, person.now, ports);
  });
  const asked = { item, answers, requester, beneficiary, at: person.now };
  const approvals = await startApprovals(asked, ports);

  const wanted: RequestDocument = {
    schema: 1,
    id: submission.clientToken,
    rev: known?.rev ?? 0,
    itemId: item.id,
    itemVersion: item.version,
    ...(submission.itemVersion !== item.version && { formVersion: submission.itemVersion }),
    requester,
    beneficiary,
    channel: 'portal',
    receivedAt: known?.receivedAt ?? new Date(person.now).toISOString(),
    answers,
    state: 'creating',
    approvals,
  };
  const judged = { ...submission, answers: { ...submission.answers, ...factsIn(answers) } };
  return keepingDraft(judged, person, item, ports, async () => {
    const former = await rowFor(wanted, item, person.now, known !== null);
    const row = { ...former, rev: former.rev + 1 };
    const files = filesOf(item.content.form, answers).map(({ id }) => id);
    await ports.claimFiles?.(requester, wanted.id, files);
    if (asksFirst(item) && approvals.length > 0) {
      const waiting = await waitForApproval({ known, wanted, row, also: capped }, item);
      await ports.carryOut(row);
      return submitted(waiting);
    }
    return makeIssueOnce(
      { known, wanted, row, also: capped },
      item,
      person.now,
      ports,
      async (request, issue) => submitted(await open(request, issue, item, row, ports)),
    );
  });
}
