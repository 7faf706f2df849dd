import { PROJECTS } from '../company/ids';
import type { ConfigDocument } from '../config';
import { ITEM_SPECS } from '../catalog/specs';

type Sections = ConfigDocument['sections'];
type Ask = (functionKey: string, payload: object) => Promise<unknown>;

const CALLS_A_DAY = 24;

/** Makes the same calls as on several days: no process remembers what somebody read of their share the day before. */
export function overDays(call: Ask, forget: () => void): Ask {
  let calls = 0;
  return (functionKey, payload) => {
    if (++calls % CALLS_A_DAY === 0) forget();
    return call(functionKey, payload);
  };
}

/** Catalogs, categories and services, one by one as on their pages: each may refer to those before it. */
export async function applyStructure(call: Ask, sections: Sections): Promise<void> {
  for (const section of ['catalog', 'category', 'service'] as const)
    for (const value of sections[section]) await call('settings.save', { section, value, rev: 0 });
}

/** What was set up for each department: its templates' services and those of the company's own. */
const setupsAt = (at: number) =>
  Object.entries(PROJECTS).map(([key, projectId]) => {
    const items = ITEM_SPECS.filter(({ project }) => project === key);
    const department = items.flatMap(({ template }) => template ?? [])[0] ?? key;
    const made = items.map(({ id }) => ({ section: 'item', id }));
    return { id: `demo-${department}`, at, department, projectId, made };
  });

/**
 * The services as Get started makes them of its templates: noted, so that they can be taken back, then each saved and published by its
 * editor's calls. Answers how many there are.
 */
export async function applyItems(call: Ask, { item: items }: Sections, now: number): Promise<number> {
  const value = { setups: setupsAt(now) };
  await call('settings.save', { section: 'setups', value, rev: 0 });
  for (const { id: itemId, content } of items) {
    await call('catalog.saveItem', { itemId, rev: 0, content });
    await call('catalog.publishItem', { itemId, rev: 1 });
  }
  return items.length;
}
