/** What screens ask of this subject. */
import * as v from 'valibot';
import { askerFor, askingFor, draftAsPublished, mayEdit, personOr } from '../catalog';
import { givenAnswersSchema } from '../catalog/domain/form/given-answers-schema';
import { otherAnswersSchema } from '../catalog/domain/answers/other-answers';
import { itemContentSchema } from '../catalog/domain/schema';
import { accountSchema, idSchema } from '../catalog/domain/texts/text-schema';
import { anyone, call, type Caller, needs, withJira } from '../platform/identity/caller';
import { tryAgain } from '../work/due-steps';
import { cancelRequest, commentOnRequest, confirmRequest, reopenRequest } from './act-on-request';
import { decideApproval } from './approvals/decide-approval';
import {
  askedRowsAnswer,
  decidedAnswer,
  draftAnswer,
  readDraftAnswer,
  requestAnswer,
  rowsAnswer,
  savedDraftAnswer,
  sentAnswer,
  sharedRowsAnswer,
  triedAnswer,
} from './domain/answers';
import { MOST_NAME } from './domain/draft-list';
import { savingSchema, tokenSchema } from './domain/schema';
import { deleteDraft, renameDraft, saveDraft } from './drafts/drafts';
import { setJoined } from './own/joins';
import { readOwnDraft } from './drafts/open-drafts';
import { formNow } from './sending/form-now';
import { getRequest } from './reading/get-request';
import { listApprovals } from './approvals/list-approvals';
import { listRequests } from './reading/list-requests';
import { requestPorts as ports, runnerWith } from './forge-ports';
import { fileCalls } from './file-calls';
import { portalCalls } from './portal-calls';
import { joinedBy } from './own/similar-requests';
import { withoutPerson } from './steps';
import { submit } from './sending/submit';
import { tryRequest } from './sending/try-request';

const requestId = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const words = v.pipe(v.string(), v.trim(), v.maxLength(5_000));
const said = v.pipe(words, v.minLength(1));
const form = v.object({
  clientToken: tokenSchema,
  itemId: idSchema,
  itemVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  answers: givenAnswersSchema,
});
const oneRequest = v.object({ requestId });
const oneDraft = v.object({ draftId: tokenSchema });
const keeping = v.object({ ...savingSchema.entries, others: otherAnswersSchema });

const shown = (id: string, caller: Caller) => getRequest(id, caller, ports);

/**
 * For everybody: each use case looks at whose request it is, and somebody else's is not found. An action answers the
 * request as it then stands.
 */
export const requestCalls = {
  ...portalCalls,
  ...fileCalls,

  /**
   * `clientToken` (a UUID made with the form) makes retries the same request. INVALID_ANSWERS names the fields;
   * ALREADY_SENT (`key`, `requestId`) when the token's request is in with another content.
   */
  'requests.submit': call({
    payload: v.object({ ...form.entries, keeping: v.optional(keeping), ...askingFor }),
    answer: sentAnswer,
    authorise: async (caller, asked) => {
      await withJira(caller);
      return askerFor(caller, asked.for);
    },
    run: ({ for: _asked, ...wanted }, _caller, asker) => submit(wanted, asker, ports),
  }),

  /** What sending the form of an item's draft would make, as one of its editors or as `person`; nothing is made. */
  'requests.try': call({
    payload: v.object({ itemId: idSchema, person: v.optional(accountSchema), answers: givenAnswersSchema }),
    answer: triedAnswer,
    authorise: mayEdit,
    run: async ({ itemId, person, answers }, caller) => {
      const asked = personOr(caller, person);
      // What somebody else's form would hold is theirs to know: it is taken as given.
      const { aboutRequester: _record, previousAnswers: _former, firstIssue: _found, ...ofAnybody } = ports;
      const item = await draftAsPublished(itemId);
      return tryRequest(item, answers, asked, asked === caller ? ports : ofAnybody);
    },
  }),

  /** The same of an item that is only planned: it stands in no category yet, so none shuts anybody out. */
  'requests.tryPlanned': call({
    payload: v.object({ content: itemContentSchema, answers: givenAnswersSchema }),
    answer: triedAnswer,
    authorise: needs('catalogManager'),
    run: ({ content, answers }, caller) =>
      tryRequest(
        { id: 'planned', version: 1, publishedAt: '', content: { ...content, ownCriteria: true } },
        answers,
        caller,
        ports,
      ),
  }),

  /**
   * `keeping` says which save it is: DRAFT_CHANGED where another form has saved the draft since. Its id is the form's token. With it goes
   * what has become of the form; with `compares` one's own open requests of the item that say nearly the same, and those of colleagues
   * as far as the item shares them.
   */
  'requests.saveDraft': call({
    payload: v.object({ ...form.entries, keeping, compares: v.optional(v.boolean(), false), ...askingFor }),
    answer: savedDraftAnswer,
    authorise: (caller, asked) => askerFor(caller, asked.for),
    run: async ({ keeping: how, for: _asked, compares, ...wanted }, _caller, asker) => {
      const { draft, offered } = await saveDraft(wanted, how, asker, ports);
      return { draft, form: await formNow(wanted, offered, asker, compares, ports) };
    },
  }),

  /** A draft of the caller's own, to be read: also where its item is not offered to them any more. */
  'requests.draft': call({
    payload: oneDraft,
    answer: readDraftAnswer,
    authorise: anyone,
    run: ({ draftId }, caller) => readOwnDraft(draftId, caller, ports),
  }),

  /** An empty name takes it away. NAME_TAKEN where another draft of the item is called so. */
  'requests.renameDraft': call({
    payload: v.object({ ...oneDraft.entries, name: v.pipe(v.string(), v.trim(), v.maxLength(MOST_NAME)) }),
    answer: draftAnswer,
    authorise: anyone,
    run: async ({ draftId, name }, caller) => ({ draft: await renameDraft(draftId, name, caller) }),
  }),

  'requests.deleteDraft': call({
    payload: oneDraft,
    answer: v.object({ deleted: v.boolean() }),
    authorise: anyone,
    run: async ({ draftId }, caller) => ({ deleted: await deleteDraft(draftId, caller) }),
  }),

  'requests.list': call({
    payload: v.object({
      scope: v.picklist(['open', 'closed']),
      cursor: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
    }),
    answer: rowsAnswer,
    authorise: anyone,
    run: ({ scope, cursor }, caller) => listRequests(scope, cursor, caller, ports),
  }),

  /** Requests of colleagues that the caller joined, as far as these are shared with them. */
  'requests.joined': call({
    payload: v.object({}),
    answer: sharedRowsAnswer,
    authorise: anyone,
    run: async (_, caller) => ({ rows: await joinedBy(caller, ports) }),
  }),

  /** Joins an open request that is shared with the caller, or leaves one; joining is for those who could ask themselves. */
  'requests.join': call({
    payload: v.object({ requestId, isOn: v.boolean() }),
    answer: v.object({ joined: v.boolean() }),
    authorise: (caller, { isOn }) => (isOn ? withJira(caller) : undefined),
    run: async ({ requestId: id, isOn }, caller) => {
      await setJoined(id, isOn, caller, ports);
      return { joined: isOn };
    },
  }),

  'requests.get': call({
    payload: oneRequest,
    answer: requestAnswer,
    authorise: anyone,
    run: ({ requestId }, caller) => shown(requestId, caller),
  }),

  'requests.comment': call({
    payload: v.object({ requestId, text: said }),
    answer: requestAnswer,
    authorise: anyone,
    run: async ({ requestId, text }, caller) => {
      await commentOnRequest(requestId, text, caller, ports);
      return shown(requestId, caller);
    },
  }),

  'requests.confirm': call({
    payload: oneRequest,
    answer: requestAnswer,
    authorise: anyone,
    run: async ({ requestId }, caller) => {
      await confirmRequest(requestId, caller, ports);
      return shown(requestId, caller);
    },
  }),

  'requests.reopen': call({
    payload: v.object({ requestId, reason: said }),
    answer: requestAnswer,
    authorise: anyone,
    run: async ({ requestId, reason }, caller) => {
      await reopenRequest(requestId, reason, caller, ports);
      return shown(requestId, caller);
    },
  }),

  'requests.cancel': call({
    payload: v.object({ requestId, reason: words }),
    answer: requestAnswer,
    authorise: anyone,
    run: async ({ requestId, reason }, caller) => {
      await cancelRequest(requestId, reason, caller, ports);
      return shown(requestId, caller);
    },
  }),

  /** What was given up on a request is tried once more; `done` is false where there is nothing to try. */
  'requests.tryAgain': call({
    payload: v.object({ stepId: v.pipe(v.string(), v.maxLength(200)) }),
    answer: v.object({ done: v.boolean() }),
    authorise: needs('catalogManager'),
    run: async ({ stepId }) => ({ done: await tryAgain(stepId, runnerWith(withoutPerson(ports))) }),
  }),

  'approvals.list': call({
    payload: v.object({}),
    answer: askedRowsAnswer,
    authorise: anyone,
    run: async (_, caller) => ({ rows: await listApprovals(caller, ports) }),
  }),

  'approvals.decide': call({
    payload: v.object({ requestId, decision: v.picklist(['approved', 'declined']), comment: words }),
    answer: decidedAnswer,
    authorise: anyone,
    run: async (wanted, caller) => ({ state: (await decideApproval(wanted, caller, ports)).state }),
  }),
};
