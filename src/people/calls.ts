/** What people say of themselves. */
import * as v from 'valibot';
import { anyone, call } from '../platform/identity/caller';
import { dropAssistant, nameAssistant, orderingOf } from './assistants';

const account = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(128));
const assistantsAnswer = v.object({
  assistants: v.array(
    v.object({ id: v.string(), from: v.optional(v.string()), until: v.optional(v.string()) }),
  ),
});

/** For everybody: each changes who orders for them, and nobody else. */
export const peopleCalls = {
  /** Who orders for the caller, with those whose days begin later. */
  'people.assistants': call({
    payload: v.object({}),
    answer: assistantsAnswer,
    authorise: anyone,
    run: async (_payload, { accountId, now }) => ({
      assistants: [...(await orderingOf(accountId, now)).assistants],
    }),
  }),

  /** Somebody orders for the caller from today on, until a day where one is named. */
  'people.nameAssistant': call({
    payload: v.object({ assistant: account, until: v.optional(v.pipe(v.string(), v.isoDate())) }),
    answer: assistantsAnswer,
    authorise: anyone,
    run: async ({ assistant, until }, caller) => ({
      assistants: [...(await nameAssistant({ id: assistant, until }, caller))],
    }),
  }),

  /** They do no more, from the next call on. */
  'people.dropAssistant': call({
    payload: v.object({ assistant: account }),
    answer: assistantsAnswer,
    authorise: anyone,
    run: async ({ assistant }, caller) => ({ assistants: [...(await dropAssistant(assistant, caller))] }),
  }),
};
