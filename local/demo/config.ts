import { ITEM_SPECS, buildItem } from './catalog/items';
import { CATALOGS, CATEGORIES, SERVICES } from './catalog/structure';
import { CALENDARS, HOLIDAY_SETS } from './sla/calendars';
import { buildAgreements, buildMetrics } from './sla/metrics';

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
    sla: {
      calendars: CALENDARS,
      holidaySets: HOLIDAY_SETS,
      metrics: buildMetrics(ids.groupId),
      agreements: buildAgreements(ids.groupId),
    },
  };
}

export type ConfigDocument = ReturnType<typeof configDocument>;
