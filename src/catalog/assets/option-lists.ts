/**
 * Where long lists of options are kept: in parts, each under its own digest, so that none is ever changed and what is published keeps
 * its list. A mark beside a part tells housekeeping of it.
 */
import * as v from 'valibot';
import type { ImportOutcome } from '../../kernel/answers';
import type { Editor } from '../../kernel/audit';
import { notFound } from '../../kernel/errors';
import { errorIn } from '../../kernel/finding';
import { parsed } from '../../kernel/section';
import { digestOf } from '../../platform/digest';
import { bodyWrite, parseBody, readBodies } from '../../platform/storage/packed';
import { transact } from '../../platform/storage/transact';
import { allUnder } from '../../platform/storage/under';
import { cached } from '../../work/cache';
import type { FoundOptions } from '../domain/call-answers';
import type { Answers, FormField } from '../domain/model';
import {
  answeredLists,
  type Listed,
  type ListedOption,
  matching,
  optionPartSchema,
  withChosen,
  withLists,
} from '../domain/form/option-list';
import { optionParts } from '../domain/sections';
import { findItem } from '../visitor/find-item';
import type { Visitor } from '../visitor/visitor';

export const PART_MARKS = 'catalog:listed:';

/** A part, and its mark. */
export const partKeys = (label: string) => [`catalog:options:${label}`, `${PART_MARKS}${label}`] as const;

const bodySchema = v.object({ options: optionPartSchema });

/** Keeps a part of a list, and answers its label. Housekeeping removes what nothing names an hour later. Safe to repeat. */
export async function saveOptions(options: readonly ListedOption[], now: number): Promise<string> {
  const label = digestOf(options);
  const [key, mark] = partKeys(label);
  await transact([bodyWrite(key, { options }), { kind: 'set', key: mark, value: { at: now } }]);
  return label;
}

/** The options of a list in their order; `null` when a part of it is not there, or not any more. */
export const readOptions = (parts: readonly string[]): Promise<readonly ListedOption[] | null> =>
  cached('options', digestOf(parts), async () => {
    const bodies = await readBodies(parts.map((label) => partKeys(label)[0]));
    const read = parts.map(async (label) => {
      const [key] = partKeys(label);
      const body = bodies.get(key);
      return body && (await parseBody(key, body, bodySchema)).options;
    });
    const found = await Promise.all(read);
    if (found.includes(undefined)) return null;
    return {
      value: found.flatMap((options) => options ?? []),
      size: [...bodies.values()].reduce((sum, { text }) => sum + text.length, 0),
    };
  });

/** What stands in the lists of some questions; `null` for a list that does not say what its question says of it. */
export async function listedIn(form: readonly FormField[]): Promise<Listed> {
  const lists = withLists(form).map(async ({ id, optionList: { parts, count } }) => {
    const options = await readOptions(parts);
    return [id, options?.length === count ? options : null] as const;
  });
  return new Map(await Promise.all(lists));
}

/** A form with the options of its lists that these answers chose. */
export const withChosenOptions = async (
  form: readonly FormField[],
  answers: Answers,
): Promise<readonly FormField[]> => withChosen(form, answers, await listedIn(answeredLists(form, answers)));

interface Wanted {
  readonly typed: string;
  readonly from: number;
  /** At most so many a page. */
  readonly most: number;
}

/** A page of the options that fit what was typed; none of a list that is gone. */
export async function findOptions(
  parts: readonly string[],
  { typed, from, most }: Wanted,
): Promise<FoundOptions> {
  const found = matching((await readOptions(parts)) ?? [], typed);
  const next = from + most;
  return {
    options: found.slice(from, next),
    total: found.length,
    ...(next < found.length && { next }),
  };
}

/** The same of a question of an item, for someone who may order it. @throws AppFailure NOT_FOUND, ITEM_RETIRED */
export async function offeredOptions(
  { itemId, field, ...wanted }: Wanted & { readonly itemId: string; readonly field: string },
  visitor: Visitor,
): Promise<FoundOptions> {
  const { content } = await findItem(itemId, visitor);
  const list = content.form.find(({ id }) => id === field)?.optionList;
  if (list === undefined) throw notFound('This list');
  return findOptions(list.parts, wanted);
}

/** Every part that is kept, as files carry it; `from`: after so many. */
export async function* exportedOptions(from: number) {
  for (const { key } of (await allUnder(PART_MARKS)).slice(from)) {
    const id = key.slice(PART_MARKS.length);
    const options = await readOptions([id]);
    if (options !== null) yield { id, options };
  }
}

/**
 * Keeps the parts of a file, already while it is checked: an item that names one is then found whole. What nothing names goes by
 * itself. They count for nothing: people know the items alone.
 */
export async function importOptions(inputs: readonly unknown[], editor: Editor): Promise<ImportOutcome> {
  const read = inputs.map((input) => parsed(optionParts, input));
  const parts = read.flatMap((each) => ('value' in each ? [each.value] : []));
  const wrong = parts.filter(({ id, options }) => id !== digestOf(options));
  const problems = [
    ...read.flatMap((each) => ('findings' in each ? each.findings : [])),
    ...wrong.map(({ id }) => errorIn('MALFORMED', `${optionParts.key}:${id}`, 'options')),
  ];
  if (problems.length === 0) for (const { options } of parts) await saveOptions(options, editor.now);
  return { created: 0, updated: 0, unchanged: 0, problems };
}
