import * as v from 'valibot';
import { givenAnswersSchema } from '../../catalog/domain/answers-schema';
import { idSchema } from '../../catalog/domain/text-schema';
import {
  cancelRequest,
  commentOnRequest,
  confirmRequest,
  decideApproval,
  deleteDraft,
  getRequest,
  listApprovals,
  listRequests,
  reopenRequest,
  saveDraft,
  submit,
} from '../../requests';
import type { RequestCalls } from '../../requests/contract';
import { tokenSchema } from '../../requests/domain/schema';
import { requestPorts as ports } from '../request-ports';
import { anyone, type Caller, withJira } from '../../platform/identity/caller';
import { handleUndeclared as handle, type HandlersOf } from './handle';

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
const withReason = v.object({ requestId, reason: words });

const shown = (id: string, caller: Caller) => getRequest(id, caller, ports);

/**
 * For everybody: each use case looks at whose request it is, and somebody else's is not found. An action answers the
 * request as it then stands.
 */
export const requestResolvers: HandlersOf<RequestCalls> = {
  'requests.submit': handle({
    name: 'requests.submit',
    payload: form,
    authorise: withJira,
    run: (wanted, caller) => submit(wanted, caller, ports),
  }),

  'requests.saveDraft': handle({
    name: 'requests.saveDraft',
    payload: form,
    authorise: anyone,
    run: async (wanted, caller) => ({ draft: await saveDraft(wanted, caller, ports) }),
  }),

  'requests.deleteDraft': handle({
    name: 'requests.deleteDraft',
    payload: v.object({ itemId: idSchema }),
    authorise: anyone,
    run: async ({ itemId }, caller) => ({ deleted: await deleteDraft(itemId, caller) }),
  }),

  'requests.list': handle({
    name: 'requests.list',
    payload: v.object({
      scope: v.picklist(['open', 'closed']),
      cursor: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
    }),
    authorise: anyone,
    run: ({ scope, cursor }, caller) => listRequests(scope, cursor, caller, ports),
  }),

  'requests.get': handle({
    name: 'requests.get',
    payload: oneRequest,
    authorise: anyone,
    run: ({ requestId }, caller) => shown(requestId, caller),
  }),

  'requests.comment': handle({
    name: 'requests.comment',
    payload: v.object({ requestId, text: said }),
    authorise: anyone,
    run: async ({ requestId, text }, caller) => {
      await commentOnRequest(requestId, text, caller, ports);
      return shown(requestId, caller);
    },
  }),

  'requests.confirm': handle({
    name: 'requests.confirm',
    payload: oneRequest,
    authorise: anyone,
    run: async ({ requestId }, caller) => {
      await confirmRequest(requestId, caller, ports);
      return shown(requestId, caller);
    },
  }),

  'requests.reopen': handle({
    name: 'requests.reopen',
    payload: v.object({ requestId, reason: said }),
    authorise: anyone,
    run: async ({ requestId, reason }, caller) => {
      await reopenRequest(requestId, reason, caller, ports);
      return shown(requestId, caller);
    },
  }),

  'requests.cancel': handle({
    name: 'requests.cancel',
    payload: withReason,
    authorise: anyone,
    run: async ({ requestId, reason }, caller) => {
      await cancelRequest(requestId, reason, caller, ports);
      return shown(requestId, caller);
    },
  }),

  'approvals.list': handle({
    name: 'approvals.list',
    payload: v.object({}),
    authorise: anyone,
    run: async (_, caller) => ({ rows: await listApprovals(caller, ports) }),
  }),

  'approvals.decide': handle({
    name: 'approvals.decide',
    payload: v.object({ requestId, decision: v.picklist(['approved', 'declined']), comment: words }),
    authorise: anyone,
    run: async (wanted, caller) => ({ approval: await decideApproval(wanted, caller, ports) }),
  }),
};
