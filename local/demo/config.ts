import { buildItem } from './catalog/items';
import { ITEM_SPECS } from './catalog/specs';
import { CATALOGS, CATEGORIES, SERVICES } from './catalog/structure';
import { slaDocument } from './sla';

/** The site's own ids, which only it knows: a group's by its name, an article's by its id here. */
export interface SiteIds {
  readonly groupId: (name: string) => string;
  readonly pageId: (articleId: string) => string;
}

/** The whole configuration of the demo company, in the form the app exports and imports. */
export function configDocument(ids: SiteIds) {
  return {
    pledge: 1 as const,
    catalogs: CATALOGS,
    categories: CATEGORIES,
    services: SERVICES,
    items: ITEM_SPECS.map((spec) => buildItem(spec, ids)),
    sla: slaDocument(ids.groupId),
  };
}

export type ConfigDocument = ReturnType<typeof configDocument>;
