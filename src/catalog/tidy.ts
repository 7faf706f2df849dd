import * as v from 'valibot';
import { removeAll } from '../platform/storage/batch';
import { orThrow } from '../platform/storage/entities';
import { allUnder } from '../platform/storage/under';
import { withLists } from './domain/form/option-list';
import type { FormField, ItemHead } from './domain/model';
import { everyFieldSet } from './items/field-sets';
import { allHeads, heads, itemsOf, readItem, versionOf } from './records/item-store';
import { PART_MARKS, partKeys } from './assets/option-lists';
import { PICTURE_MARKS, pictureKeys, pictureOfMark } from './assets/pictures';
import { BODY_PREFIXES, type CatalogHead, readHead } from './records/store';

/** Longer than any call runs that may have read an older head. */
const KEPT_MS = 60 * 60_000;
const ITEMS_AT_ONCE = 25;
const markSchema = v.object({ at: v.number() });

/** Removes the bodies that the head does not name any more and nobody can be reading. Safe to run twice. */
export async function tidyCatalog(now: number): Promise<{ readonly removed: number }> {
  const named = labelsOf(await readHead());
  let removed = 0;
  for (const prefix of BODY_PREFIXES) {
    const keys = (await allUnder(prefix)).flatMap(({ key }) => {
      const label = key.slice(prefix.length);
      return !named.has(label) && writtenAt(label) < now - KEPT_MS ? [key] : [];
    });
    await removeAll(keys);
    removed += keys.length;
  }
  return { removed };
}

/**
 * Removes the pictures that neither the draft of their item nor what it offers names: those of former versions are shown nowhere. What
 * was kept in the last hour may be about to be saved with its item. Safe to run twice.
 */
export async function tidyPictures(now: number): Promise<{ readonly removed: number }> {
  const marks = await oldMarks(PICTURE_MARKS, now);
  const kept = marks.map(({ key }) => pictureOfMark(key));
  let removed = 0;
  for (let start = 0; start < kept.length; start += ITEMS_AT_ONCE) {
    const some = kept.slice(start, start + ITEMS_AT_ONCE);
    const shown = await shownLabels(some.map(({ itemId }) => itemId));
    const gone = some.filter(({ itemId, label }) => !(shown.get(itemId)?.includes(label) ?? false));
    await removeAll(gone.flatMap(pictureKeys));
    removed += gone.length;
  }
  return { removed };
}

/** The pictures that items name, by item. @throws AppFailure when one can't be read: then nothing is known of its pictures. */
async function shownLabels(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = [...(await heads.getMany(ids)).values()].map(orThrow);
  const contents = await contentsOf(found);
  return new Map(
    [...contents].map(([id, both]) => [id, both.flatMap(({ picture }) => picture?.label ?? [])] as const),
  );
}

/** What items say in their draft and in what they offer, by item. */
async function contentsOf(some: readonly ItemHead[]) {
  const drafts = new Map((await itemsOf(some)).map((item) => [item.id, item]));
  const contents = some.map(async (head) => {
    // One that is missing was saved since its head was read.
    const draft = drafts.get(head.id) ?? (await readItem(head.id));
    const both = [draft, head.version > 0 ? await versionOf(head) : null];
    return [head.id, both.flatMap((each) => each?.content ?? [])] as const;
  });
  return new Map(await Promise.all(contents));
}

/**
 * Removes the parts of long lists that no field set, no item's draft and nothing that is offered names: answers to former versions have
 * the words they were chosen by. What was kept in the last hour may be about to be named. Safe to run twice.
 */
export async function tidyOptions(now: number): Promise<{ readonly removed: number }> {
  const marks = await oldMarks(PART_MARKS, now);
  if (marks.length === 0) return { removed: 0 };
  const named = new Set(await namedParts());
  const gone = marks.map(({ key }) => key.slice(PART_MARKS.length)).filter((label) => !named.has(label));
  await removeAll(gone.flatMap(partKeys));
  return { removed: gone.length };
}

/** The parts that something names. @throws AppFailure when some of it can't be read: then nothing is known of any. */
async function namedParts(): Promise<readonly string[]> {
  const labels: string[] = [];
  for await (const { value } of everyFieldSet()) labels.push(...partsIn(value.form));
  const some = (await allHeads({ isWhole: true })).filter(({ lists }) => lists);
  for (let start = 0; start < some.length; start += ITEMS_AT_ONCE) {
    const contents = await contentsOf(some.slice(start, start + ITEMS_AT_ONCE));
    labels.push(...[...contents.values()].flat().flatMap(({ form }) => partsIn(form)));
  }
  return labels;
}

const partsIn = (form: readonly FormField[]): readonly string[] =>
  withLists(form).flatMap(({ optionList }) => optionList.parts);

/** The marks of what was kept longer ago than anything that is about to name it. */
const oldMarks = async (prefix: string, now: number) =>
  (await allUnder(prefix)).filter(({ value }) => atOf(value) < now - KEPT_MS);

const atOf = (mark: unknown): number => v.parse(markSchema, mark).at;

const labelsOf = ({ structure, shards }: CatalogHead): ReadonlySet<string> =>
  new Set([structure, ...shards.map(({ label }) => label)]);

/** When a body was written, in milliseconds: its label says so. */
const writtenAt = (label: string): number => Number.parseInt(label.split('-')[1] ?? '', 36) || 0;
