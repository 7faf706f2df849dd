/** Field sets: each a row by itself; their users follow when one is changed, and keep it from being deleted. */
import * as v from 'valibot';
import type { Editor } from '../../kernel/audit';
import { error, errorIn, type OwnedFinding } from '../../kernel/finding';
import type { LocalizedText } from '../../kernel/text';
import { sameValues } from '../../kernel/same-values';
import { eachRow } from '../../platform/storage/each-row';
import { startJob } from '../../work/jobs';
import { newRun } from '../../work/job';
import { rows, type Rows } from '../../work/rows';
import { invalidDefinition } from '../../work/sections';
import { checkForm } from '../domain/form/check-form';
import { checkRules } from '../domain/item/check-rules';
import { setsIn, withSet } from '../domain/form/field-sets';
import type { FieldSet, ItemContent, ItemHead } from '../domain/model';
import { itemContentSchema } from '../domain/schema';
import { fieldSet } from '../domain/sections';
import { allHeads } from '../records/item-store';
import { newRedraft, REDRAFT } from './redraft-job';

export const FIELD_SET_ENTITY = 'definition';

const EVERY = { index: 'by-kind', partition: [fieldSet.key] };

const stored = rows<FieldSet>(fieldSet, {
  entity: FIELD_SET_ENTITY,
  changed: 'fieldSet',
  attributes: () => ({ kind: fieldSet.key }),
  lists: { all: () => EVERY },
  check: async (sets) => sets.flatMap(problemsOf),
});

/** Saving one also changes the drafts of all that use it, in the background. */
export const fieldSetStore: Rows<FieldSet> = {
  ...stored,
  async save(input, rev, editor) {
    const next = await stored.save(input, rev, editor);
    if (rev > 0) await redraft(editor);
    return next;
  },
  async remove(id, rev, editor) {
    const users = await usersOf(id);
    if (users.length > 0) throw invalidDefinition(users.map(({ name }) => inUse(name)));
    await stored.remove(id, rev, editor);
  },
  taking(file) {
    const take = stored.taking(file);
    return async (inputs, dryRun, editor) => {
      const outcome = await take(inputs, dryRun, editor);
      if (!dryRun && outcome.updated > 0) await redraft(editor);
      return outcome;
    };
  },
};

/** Every set, page by page as they are asked for. @throws AppFailure when one can't be read */
export const everyFieldSet = () => eachRow(stored.store, { ...EVERY, isWhole: true });

const redraft = ({ accountId, now }: Editor): Promise<void> =>
  startJob(REDRAFT, newRun(newRedraft(), accountId, now));

/** The items that have questions or rules of a set, retired ones too: they can be published again. */
export const usersOf = async (id: string): Promise<readonly ItemHead[]> =>
  (await allHeads()).filter(({ sets = [] }) => sets.includes(id));

const inUse = (name: LocalizedText) => error('fieldSetInUse', '', { name: { kind: 'text', text: name } });

/** What is wrong with a set by itself. */
const problemsOf = (set: FieldSet): readonly OwnedFinding[] => {
  const byId = new Map(set.form.map((field) => [field.id, field]));
  return [
    ...(set.name.en.trim() === '' ? [error('noName', 'name')] : []),
    ...checkForm(set.form, set.rules),
    ...checkRules(set.rules ?? [], byId),
  ]
    .filter(({ severity }) => severity === 'error')
    .map(({ code, at, params }) => errorIn(code, `fieldSet:${set.id}`, at, params));
};

/**
 * The content with the questions and rules of its sets as they are now; the same content where nothing differs.
 * @throws AppFailure INVALID_DEFINITION where that is more than an item holds: it could be written, and never be read.
 */
export async function asInSets(content: ItemContent): Promise<ItemContent> {
  const ids = setsIn(content);
  if (ids.length === 0) return content;
  const sets = await fieldSetStore.read(ids);
  const next = [...sets.values()].reduce((form, { value }) => withSet(form, value), content);
  if (sameValues(next, content)) return content;
  if (!v.is(itemContentSchema, next)) throw invalidDefinition([error('setsHoldTooMuch', 'form')]);
  return next;
}
