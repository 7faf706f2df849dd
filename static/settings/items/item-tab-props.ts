import type { CatalogList } from '../../../src/catalog/domain/call-answers';
import type { ItemContent } from '../../../src/catalog/domain/model';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import type { Field } from '../../kit/fields/field';
import type { FieldCatalog } from '../model/field-catalog';

/** What surrounds an item: the rest of the catalog, the SLAs it may promise, and Jira. */
export interface ItemSurroundings {
  readonly list: CatalogList;
  readonly definitions: SlaDefinitions;
  readonly catalog: FieldCatalog;
  /** Whether Confluence is connected. */
  readonly confluence: boolean;
  /** Whether SLAs have a page of their own for the viewer. */
  readonly mayOpenSlas?: boolean;
  /** Whether field sets have. */
  readonly mayOpenSets?: boolean;
}

export interface ItemTabProps extends ItemSurroundings {
  readonly item: Field<ItemContent>;
}
