import { createContext } from 'react';
import type { CatalogList } from '../../../src/catalog/domain/call-answers';

interface AroundItem {
  readonly list: Pick<CatalogList, 'items'>;
  /** Whether Confluence is connected. */
  readonly confluence: boolean;
  /** Whether the page of field sets opens for the viewer. */
  readonly mayOpenSets?: boolean;
}

/** What surrounds the item that is edited, for what stands deep in its form. */
export const Around = createContext<AroundItem>({ list: { items: [] }, confluence: false });
