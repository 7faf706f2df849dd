import * as v from 'valibot';
import { buildItem } from './catalog/items';
import { ITEM_SPECS } from './catalog/specs';
import { CATALOGS, CATEGORIES, SERVICES } from './catalog/structure';
import { readData } from './data';
import { slaDocument } from './sla';

/** The site's own ids, which only it knows: a group's by its name, an article's by its id here. */
export interface SiteIds {
  readonly groupId: (name: string) => string;
  readonly pageId: (articleId: string) => string;
}

/** The whole configuration of the demo company, in the form the app exports and imports. */
export function configDocument(ids: SiteIds) {
  const item = ITEM_SPECS.map((spec) => buildItem(spec, ids));
  const structure = { catalog: CATALOGS, category: CATEGORIES, service: SERVICES };
  const person = readData('people.yml', v.array(v.looseObject({ id: v.string() })));
  return { pledge: 1 as const, sections: { ...slaDocument(ids.groupId), ...structure, person, item } };
}

export type ConfigDocument = ReturnType<typeof configDocument>;
