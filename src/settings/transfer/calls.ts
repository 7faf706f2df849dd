/** The configuration in files: read part by part, sent part by part, checked and taken over. */
import * as v from 'valibot';
import { importAnswer } from '../../kernel/answers';
import { call, type Caller, needs } from '../../platform/identity/caller';
import { exportedPart } from '../domain/config-document';
import { exportPart } from './export-part';
import { KEYS_IN_FILES } from './groups';
import { SAVED } from '../sections/saved-sections';
import { importFile, isOfRows } from './import-file';
import { stagePart } from './staged';

const upload = v.pipe(v.string(), v.uuid());
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2_000));
const section = v.picklist(KEYS_IN_FILES);
const parts = v.object(v.entriesFromList(KEYS_IN_FILES, v.optional(count)));

/** A file of rows is for those who may edit them, any other for administrators. */
async function mayMove(caller: Caller, moved: Readonly<Record<string, number | undefined>>): Promise<void> {
  if (!isOfRows(moved)) return needs('admin')(caller);
  for (const key of Object.keys(moved)) await needs(...(SAVED.get(key)?.roles ?? ['admin']))(caller);
}

export const transferCalls = {
  'settings.export': call({
    payload: v.object({ from: exportedPart.entries.next }),
    answer: exportedPart,
    authorise: needs('admin'),
    run: ({ from }) => exportPart(from),
  }),

  /** Any members: the import itself says what is wrong with them and where. */
  'settings.stageImport': call({
    payload: v.object({ upload, section, part: count, members: v.array(v.unknown()) }),
    answer: v.object({}),
    authorise: (caller, wanted) => mayMove(caller, { [wanted.section]: 1 }),
    run: async (wanted) => {
      await stagePart(wanted.upload, wanted.section, wanted.part, wanted.members);
      return {};
    },
  }),

  /** With `dryRun` only tells what would change, which comes first. Publishes items whose state is `published`. */
  'settings.import': call({
    payload: v.object({ upload, parts, from: count, dryRun: v.boolean() }),
    answer: v.object({ ...importAnswer.entries, next: v.optional(v.number()) }),
    authorise: (caller, wanted) => mayMove(caller, wanted.parts),
    run: (wanted, caller) => importFile(wanted, caller),
  }),
};
