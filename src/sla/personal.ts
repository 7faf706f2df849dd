/** People in SLAs: authors of facts, who acted and was told, recipients, who answers for an agreement, who changed it. */
import { DOCUMENT_ENTITY } from '../platform/storage/documents';
import { documentsUnder, type PersonalRows, rowsOf } from '../work/personal-rows';
import { SINGLETON } from './definitions/stored/definitions-at';

export const slaRows: readonly PersonalRows[] = [
  rowsOf('sla-record'),
  // Written with the definitions, or made anew.
  documentsUnder('sla:', { guard: { entity: DOCUMENT_ENTITY, key: SINGLETON } }),
  documentsUnder('sla:policy', { guard: { entity: DOCUMENT_ENTITY, key: 'sla-policy' } }),
  documentsUnder('digest:'),
];
