/** People in requests: who asked and for whom, answers, deciders, drafts, what their home shows. */
import { type FormerPeople, valueWithoutFormer } from '../kernel/former-people';
import { sameValues } from '../kernel/same-values';
import { issueRowKey } from '../platform/storage/issue-row';
import { documentsUnder, type Erase, eraseDocument, type PersonalRows, rowsOf } from '../work/personal-rows';
import { BODY_DAYS } from './drafts/draft-store';
import { updateRequest } from './records/update-request';

/** Head, body and rows of approvers in one transaction: they name each other's people. */
const eraseRequest = (id: string, former: FormerPeople): Promise<void> =>
  updateRequest(id, (request) => {
    const next = valueWithoutFormer(request, former);
    const isNamed = next !== null && !sameValues(next, request);
    return isNamed ? { next, answer: undefined } : { answer: undefined };
  });

const rows = rowsOf('request');
const approvals = rowsOf('approval', 'state');

/** The request a row belongs to is written anew, and then the row, where it still names them: what has no request any more. */
const withRequest =
  (idIn: (key: string) => string, own: Erase): Erase =>
  async (key, former) => {
    if (!key.startsWith(issueRowKey(''))) await eraseRequest(idIn(key), former);
    await own(key, former);
  };

export const requestRows: readonly PersonalRows[] = [
  { ...rows, erase: withRequest((key) => key, rows.erase) },
  { ...approvals, erase: withRequest((key) => key.split(':')[0] ?? '', approvals.erase) },
  { prefix: 'request:', erase: withRequest((key) => key.slice('request:'.length), eraseDocument()) },
  // Of their own, the free text goes with them; others' may name them.
  documentsUnder('draft:', { days: BODY_DAYS }),
  // Their homes, and what was changed of them.
  documentsUnder('home'),
  documentsUnder('follow:'),
  // Requests that people joined, and who did.
  documentsUnder('joins:'),
  documentsUnder('joined:'),
  documentsUnder('refused:'),
  documentsUnder('approvers-gone'),
  documentsUnder('requests:'),
];
