/** People in what the engine room keeps: steps, singletons and checkpoints of jobs, the audit log, notes of a week. */
import { DOCUMENT_ENTITY } from '../platform/storage/documents';
import { CORRUPT_PREFIX } from '../platform/storage/corrupt';
import { documentsUnder, type PersonalRows, rowsOf } from './personal-rows';

export const workRows: readonly PersonalRows[] = [
  rowsOf('step'),
  // One under somebody's own key, as the list of their drafts, was theirs.
  rowsOf(DOCUMENT_ENTITY, 'rev', 'removed'),
  rowsOf('audit', 'at'),
  documentsUnder(CORRUPT_PREFIX),
];
