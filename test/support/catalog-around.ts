import { categories, catalogs, services } from '../../src/catalog/domain/sections';
import { saveMember } from '../../src/catalog/structure';
import { catalog, category, service } from './samples';

export const hardware = category('hardware');
export const workplace = service('workplace', { name: { en: 'Workplace' } });

/** Stores what the sample item stands in: its catalog, category and service. */
export async function keepAround(editor: Parameters<typeof saveMember>[3]): Promise<void> {
  await saveMember(catalogs, catalog('it'), 0, editor);
  await saveMember(categories, hardware, 0, editor);
  await saveMember(services, workplace, 0, editor);
}
