/** Everything that files carry from one site to another, in the order in which it is taken over. */
import { exportedItems, importItems, structureGroup } from '../../catalog';
import { items } from '../../catalog/domain/sections';
import type { Group } from '../../kernel/group';
import { exported } from '../../kernel/section';
import { ROWS } from '../sections/saved-sections';
import { definitionsGroup, displayStore, policyStore } from '../../sla';
import type { Singleton } from '../../work/singleton';

const singletonGroup = <T extends object>({ section, read, take }: Singleton<T>): Group => ({
  sections: [section],
  exported: async () => ({ [section.key]: [exported(section, (await read()).value)] }),
  take: (incoming, dryRun, editor) => take(incoming[section.key] ?? [], dryRun, editor),
});

/** Groups of which all of a file is looked at together. */
export const TOGETHER: readonly Group[] = [
  definitionsGroup,
  singletonGroup(policyStore),
  singletonGroup(displayStore),
  structureGroup,
];

/** Items are many, and so are rows: they are taken part by part, each on the structure that the file makes. */
export const ITEMS = { key: items.key, exported: exportedItems, take: importItems } as const;

/** The sections in files, one after the other. */
export const KEYS_IN_FILES: readonly string[] = [
  ...TOGETHER.flatMap(({ sections }) => sections.map(({ key }) => key)),
  ...ROWS.map(({ section }) => section.key),
  ITEMS.key,
];
