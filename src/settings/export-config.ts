import { allHeads, itemsOf, readStructure } from '../catalog';
import type { ConfigDocument } from './domain/answers';

/** The whole configuration as one document, for another site or for keeping. Requests and history are not in it. */
export async function exportConfig(exportSla: () => Promise<ConfigDocument['sla']>): Promise<ConfigDocument> {
  const [catalog, items, sla] = await Promise.all([readStructure(), allHeads().then(itemsOf), exportSla()]);
  return {
    pledge: 1,
    catalogs: catalog.catalogs,
    categories: catalog.categories,
    services: catalog.services.map((service) => ({ ...service, rev: 0 })),
    items: items.map(({ id, state, content, replacedBy }) => ({
      id,
      state,
      content,
      ...(state === 'retired' && replacedBy && { replacedBy }),
    })),
    sla,
  };
}
