/** People in the catalog: owners, approvers, who may order, who changed it. Published versions are no exception. */
import { documentsUnder, type PersonalRows, rowsOf } from '../work/personal-rows';
import { FIELD_SET_ENTITY } from './items/field-sets';
import { ITEM_ENTITY } from './records/item-store';

export const catalogRows: readonly PersonalRows[] = [
  rowsOf(ITEM_ENTITY),
  rowsOf(FIELD_SET_ENTITY),
  documentsUnder('item:'),
  documentsUnder('catalog:'),
];
