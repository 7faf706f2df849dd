/** What raising a request costs, from opening the form to *sent*: calls are counted in the form's own test, bytes here. */
import { saveDraft } from '../../src/requests/drafts/drafts';
import { submit } from '../../src/requests/sending/submit';
import type { ApprovalStep } from '../../src/catalog/domain/model';
import { alice, form, requestWorld } from '../support/request-world';
import { field, published } from '../support/samples';

const approval = { approvers: ['maria'], rule: 'any', waitingStatusId: '2' } as unknown as ApprovalStep;
const QUESTIONS = 12;
const text = 'A sentence as long as people write when they are asked to say why they need something. ';

/** A form of twelve questions, each answered with a sentence. */
const long = {
  form: Array.from({ length: QUESTIONS }, (_, n) => field(`question-${n}`)),
  fulfilment: { ...published().content.fulfilment, summary: '{{item}}', mappings: [] },
};
const answers = Object.fromEntries(Array.from({ length: QUESTIONS }, (_, n) => [`question-${n}`, text]));

it.each([
  ['a form of two questions', published(), form().answers, 4_500],
  ['one that is approved first', published({ approvals: [approval] }), form().answers, 5_500],
  [
    'one of twelve sentences, which are written as the draft and as the request',
    published(long),
    answers,
    7_000,
  ],
])('%s writes so much at most, saved once and sent', async (_, item, given, most) => {
  const { forge, ports } = requestWorld(item);
  const written: { readonly path: string; readonly bytes: number }[] = [];
  forge.kvs.before = (path, body) => {
    if (!/\/(get|query)$/.test(path)) written.push({ path, bytes: bytesOf(body) });
    return undefined;
  };
  const filled = form({ answers: given });
  await saveDraft(filled, { by: 'form-of-one-tab', turn: 1, others: [] }, alice(), ports);
  await submit(filled, alice(), ports);
  const bytes = written.reduce((sum, each) => sum + each.bytes, 0);
  expect(bytes).toBeLessThanOrEqual(most);
});

/** What a request sets, keys included. */
function bytesOf(body: unknown): number {
  const { set = [], ...one } = body as { readonly set?: readonly object[]; readonly key?: string };
  return Buffer.byteLength(JSON.stringify('key' in one ? one : set));
}
