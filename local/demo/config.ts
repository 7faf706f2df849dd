import { ITEM_SPECS, buildItem } from './catalog/items';
import { CATALOGS, CATEGORIES, SERVICES } from './catalog/structure';
import { CALENDARS, HOLIDAY_SETS } from './sla/calendars';
import { AGREEMENTS, buildMetrics } from './sla/metrics';

/**
 * The whole configuration of the demo company, in the form the app exports and imports.
 * `groupId` answers the site's id of a group's name.
 */
export function configDocument(groupId: (name: string) => string) {
  return {
    pledge: 1 as const,
    catalogs: CATALOGS,
    categories: CATEGORIES,
    services: SERVICES,
    items: ITEM_SPECS.map((spec) => buildItem(spec, groupId)),
    sla: {
      calendars: CALENDARS,
      holidaySets: HOLIDAY_SETS,
      metrics: buildMetrics(groupId),
      agreements: AGREEMENTS,
    },
  };
}

export type ConfigDocument = ReturnType<typeof configDocument>;
