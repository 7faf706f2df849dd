/** Everything that files carry from one site to another, in the order in which it is taken over. */
import { exportedItems, exportedOptions, importItems, importOptions, structureGroup } from '../../catalog';
import type { CatalogStructure } from '../../catalog/domain/model';
import { items, optionParts } from '../../catalog/domain/sections';
import type { ImportOutcome } from '../../kernel/answers';
import type { Editor } from '../../kernel/audit';
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

interface Streamed {
  readonly key: string;
  /** Members after so many. */
  readonly exported: (from: number) => AsyncGenerator<object>;
  readonly take: (
    inputs: readonly unknown[],
    structure: () => Promise<CatalogStructure>,
    dryRun: boolean,
    editor: Editor,
  ) => Promise<ImportOutcome>;
}

/** Items are many, and so are rows: they are taken part by part, each on the structure that the file makes. Lists come before what names them. */
export const STREAMED: readonly Streamed[] = [
  {
    key: optionParts.key,
    exported: exportedOptions,
    take: (inputs, _structure, _dryRun, editor) => importOptions(inputs, editor),
  },
  {
    key: items.key,
    exported: exportedItems,
    take: async (inputs, structure, dryRun, editor) => importItems(inputs, await structure(), dryRun, editor),
  },
];

/** The sections in files, one after the other. */
export const KEYS_IN_FILES: readonly string[] = [
  ...TOGETHER.flatMap(({ sections }) => sections.map(({ key }) => key)),
  ...ROWS.map(({ section }) => section.key),
  ...STREAMED.map(({ key }) => key),
];
