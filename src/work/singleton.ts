/** A section there is one of, in a small document of its own: changed under condition, with an audit entry. */
import * as v from 'valibot';
import type { ImportOutcome } from '../kernel/answers';
import type { Editor } from '../kernel/audit';
import { diffDocuments } from '../kernel/diff';
import { conflict } from '../kernel/errors';
import { NOTHING } from '../kernel/merge-members';
import type { Changed } from '../kernel/result';
import { exported, inPlaceOf, parsed, saysTheSame, type Section } from '../kernel/section';
import { readBlob } from '../platform/storage/blobs';
import { advanceSingleton } from '../platform/storage/documents';
import { transact } from '../platform/storage/transact';
import { auditOf, parsedOrRefused } from './sections';

interface Kept<T> {
  /** 0: nothing saved yet. */
  readonly rev: number;
  readonly value: T;
}

export interface Singleton<T extends object> {
  readonly section: Section<T>;
  /** What is in force; what holds by itself before the first save. */
  readonly read: () => Promise<Kept<T>>;
  /** Answers the next revision. @throws INVALID_DEFINITION; CONFLICT when `rev` is not the stored one. */
  readonly save: (input: object, rev: number, editor: Editor) => Promise<number>;
  /** The same by the app itself, its own fields included. @throws CONFLICT */
  readonly write: (next: T, before: Kept<T>, editor: Editor) => Promise<number>;
  /** Takes over what a file has of it; nothing where it has nothing. */
  readonly take: (incoming: readonly unknown[], dryRun: boolean, editor: Editor) => Promise<ImportOutcome>;
}

interface Storing<T> {
  /** The plain key of the document; the row that guards it is called the same with a dash. */
  readonly key: string;
  readonly initial: T;
  /** How those who come too late are told what was changed. */
  readonly changed: Changed;
  /** The section's own fields as they are stored. */
  readonly owned?: v.ObjectEntries;
}

export function singleton<T extends object>(
  section: Section<T>,
  { key, initial, changed, owned = {} }: Storing<T>,
): Singleton<T> {
  const schema = v.object({
    rev: v.number(),
    value: v.pipe(
      v.intersect([section.schema, v.object(owned)]),
      v.transform((value) => value as T),
    ),
  });
  const read = async (): Promise<Kept<T>> => (await readBlob(key, schema)) ?? { rev: 0, value: initial };

  const write = async (value: T, before: Kept<T>, editor: Editor): Promise<number> => {
    const rev = before.rev + 1;
    const told = (each: T) => ({ [section.key]: exported({ owned: [] }, each) });
    const outcome = await transact([
      advanceSingleton(key.replace(':', '-'), before.rev),
      { kind: 'set', key, value: { rev, value } },
      auditOf(section, 'saved', value, diffDocuments(told(before.value), told(value)), editor),
    ]);
    if (outcome === 'conflict') throw conflict(changed);
    return rev;
  };

  return {
    section,
    read,
    write,
    async save(input, rev, editor) {
      const value = parsedOrRefused(section, input);
      const before = await read();
      if (before.rev !== rev) throw conflict(changed);
      return write(inPlaceOf(section, value, before.value), before, editor);
    },
    async take([input], dryRun, editor) {
      if (input === undefined) return NOTHING;
      const before = await read();
      const next = parsed(section, input);
      if ('findings' in next) return { ...NOTHING, problems: next.findings };
      if (saysTheSame(section, before.value, next.value)) return { ...NOTHING, unchanged: 1 };
      if (!dryRun) await write(inPlaceOf(section, next.value, before.value), before, editor);
      return before.rev === 0 ? { ...NOTHING, created: 1 } : { ...NOTHING, updated: 1 };
    },
  };
}
