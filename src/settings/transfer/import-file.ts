/** Taking over a file whose parts were sent: everything is checked first, then each step is done, over as many calls as it takes. */
import { mergeStructure, readStructure, structureGroup } from '../../catalog';
import type { CatalogStructure } from '../../catalog/domain/model';
import type { ImportOutcome } from '../../kernel/answers';
import type { Editor } from '../../kernel/audit';
import { badRequest } from '../../kernel/errors';
import type { Group, Incoming } from '../../kernel/group';
import { sumOf } from '../../kernel/merge-members';
import { requestBackfill } from '../../sla';
import { ROWS, rowsOfSection } from '../sections/saved-sections';
import { STREAMED, TOGETHER } from './groups';
import { noteChecked, readChecked, stagedMembers } from './staged';

export interface ImportWanted {
  /** Names the parts that were sent. */
  readonly upload: string;
  /** How many parts each section has. */
  readonly parts: Readonly<Record<string, number | undefined>>;
  /** The step to begin with: 0, or what the call before answered as `next`. */
  readonly from: number;
  readonly dryRun: boolean;
}

/** `next`: the step that is still to be done, by the same call again. */
export type ImportStep = ImportOutcome & { readonly next?: number };

/** Longer nobody waits for an answer; what is left is asked for again. */
const MOST_MS = 12_000;
const MAX_PROBLEMS = 100;

/**
 * Checks a file, or takes it over. Members the file does not name are kept. Each step may be done twice: what stands already
 * is left alone, so whoever is interrupted asks for the step again, or sends the file once more.
 * @throws BAD_REQUEST when it is taken over before all of it was checked and nothing found wrong; CONFLICT
 */
export async function importFile(
  wanted: ImportWanted,
  editor: Editor,
  clock: () => number = Date.now,
): Promise<ImportStep> {
  const { upload, from, dryRun } = wanted;
  const steps = stepsOf(wanted);
  const before = from === 0 && dryRun ? { problems: 0, checked: false } : await readChecked(upload);
  if (!dryRun && (!before.checked || before.problems > 0)) throw badRequest('The file is not checked.');
  const outcomes: ImportOutcome[] = [];
  const begun = clock();
  let next = from;
  for (const step of steps.slice(from)) {
    if (clock() - begun > MOST_MS) break;
    const outcome = await step(editor);
    outcomes.push(outcome);
    next += 1;
    if (!dryRun && outcome.problems.length > 0) return { ...sumOf(outcomes) };
  }
  const sum = sumOf(outcomes);
  const isDone = next >= steps.length;
  if (dryRun) await noteChecked(upload, { problems: before.problems + sum.problems.length, checked: isDone });
  else if (isDone && !isOfRows(wanted.parts)) await requestBackfill('imported');
  return { ...sum, problems: sum.problems.slice(0, MAX_PROBLEMS), ...(isDone ? {} : { next }) };
}

/** Whether a file holds nothing but members of sections of many: no clock depends on them, and whoever may edit them takes it over. */
export function isOfRows(parts: ImportWanted['parts']): boolean {
  const keys = Object.keys(parts);
  return keys.length > 0 && keys.every((key) => rowsOfSection(key) !== undefined);
}

type Step = (editor: Editor) => Promise<ImportOutcome>;

/** One step for each group that is looked at together, then one for each part of what is many. */
function stepsOf({ upload, parts, dryRun }: ImportWanted): readonly Step[] {
  const numbersOf = (key: string) => Array.from({ length: parts[key] ?? 0 }, (_, part) => part);
  const allOf = (key: string) => stagedMembers(upload, key, numbersOf(key));
  const ofGroup = async ({ sections }: Group): Promise<Incoming> =>
    Object.fromEntries(await Promise.all(sections.map(async ({ key }) => [key, await allOf(key)] as const)));
  let made: Promise<CatalogStructure> | undefined;
  /** Catalogs, categories and services as the file makes them: the same for every part of the items. */
  const structure = () => (made ??= structureWith(ofGroup(structureGroup)));
  return [
    ...TOGETHER.map(
      (group): Step =>
        async (editor) =>
          group.take(await ofGroup(group), dryRun, editor),
    ),
    ...ROWS.flatMap(({ section: { key }, taking }) => {
      const take = taking(() => allOf(key));
      return numbersOf(key).map(
        (part): Step =>
          async (editor) =>
            take(await stagedMembers(upload, key, [part]), dryRun, editor),
      );
    }),
    ...STREAMED.flatMap(({ key, take }) =>
      numbersOf(key).map(
        (part): Step =>
          async (editor) =>
            take(await stagedMembers(upload, key, [part]), structure, dryRun, editor),
      ),
    ),
  ];
}

async function structureWith(incoming: Promise<Incoming>): Promise<CatalogStructure> {
  const [stored, members] = await Promise.all([readStructure(), incoming]);
  return mergeStructure(stored, members).structure;
}
