import { keepAround } from '../../../test/support/catalog-around';
import { type FakeForge, installFakeForge } from '../../../test/support/fake-forge';
import { content, field } from '../../../test/support/samples';
import { dropCached } from '../../work/cache';
import type { AskJira } from '../ask-jira';
import { deleteItem } from '../items/delete-item';
import { type ListedOption, partsOfList } from '../domain/form/option-list';
import type { FormField, OptionList } from '../domain/model';
import { fieldSetStore } from '../items/field-sets';
import { exportedItems, importItems } from '../items/import-items';
import { itemProblems } from '../items/item-problems';
import { ITEM_ENTITY, readItem, readVersion } from '../records/item-store';
import { exportedOptions, findOptions, importOptions, offeredOptions, saveOptions } from './option-lists';
import { publishItem } from '../items/publish-item';
import { saveItem } from '../items/save-item';
import { readStructure } from '../records/store';
import { tidyOptions } from '../tidy';

const editor = { accountId: 'sergey', now: Date.parse('2026-03-02T10:00:00Z') };
const LATER = editor.now + 70 * 60_000;
const visitor = (accountId: string) => ({ accountId, groups: async () => [] });
const silent: AskJira = async () => () => ({ gone: new Set(), statusIds: null });
const page = (typed = '', from = 0, most = 50) => ({ typed, from, most });

const options = (count: number, name = 'Site'): readonly ListedOption[] =>
  Array.from({ length: count }, (_, n) => ({ id: `o${n}`, label: { en: `${name} ${n}`, ru: `Место ${n}` } }));

let forge: FakeForge;
beforeEach(async () => {
  dropCached();
  forge = installFakeForge('sergey');
  await keepAround(editor);
});

async function keep(of: readonly ListedOption[]): Promise<OptionList> {
  const parts: string[] = [];
  for (const part of partsOfList(of)) parts.push(await saveOptions(part, editor.now));
  return { parts, count: of.length };
}
const asking = (optionList: OptionList, over: Partial<FormField> = {}) =>
  content({
    form: [field('why'), field('site', { type: 'choice', optionList, ...over })],
    fulfilment: { ...content().fulfilment, mappings: [] },
  });
const save = async (draft = content(), itemId = 'laptop') =>
  saveItem({ itemId, rev: (await readItem(itemId))?.rev ?? 0, content: draft }, editor);
const offer = async (draft = content()) => publishItem('laptop', (await save(draft)).rev, editor, silent);
const codes = async (draft: ReturnType<typeof content>) => {
  await save(draft);
  const problems = await itemProblems('laptop', draft, silent);
  return problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
};
const kept = () => [...forge.kvs.rows.keys()].filter((key) => key.includes('catalog:options:'));
const spoil = (entity: string) => {
  const [key, row] = [...forge.kvs.rows].find(([place]) => place.startsWith(entity)) ?? [];
  if (key === undefined) throw new Error(`No row of ${entity}`);
  forge.kvs.rows.set(key, { ...Object(row), doc: {} });
};
const search = (typed = '', from = 0, accountId = 'alice') =>
  offeredOptions({ itemId: 'laptop', field: 'site', ...page(typed, from) }, visitor(accountId));

describe('five thousand options', () => {
  it('are found page by page and by words in any language, by those who may order the item', async () => {
    const draft = asking(await keep(options(5_000)));
    await offer(draft);
    expect(kept().length).toBeGreaterThan(15);
    const first = await search();
    expect(first).toMatchObject({ total: 5_000, next: 50 });
    expect((await search('', 4_980)).options).toHaveLength(20);
    expect(await search('', 4_980)).not.toHaveProperty('next');
    expect(await search('место 4999')).toMatchObject({ total: 1, options: [{ id: 'o4999' }] });
    expect((await search('ITE 1')).options[0]).toMatchObject({ id: 'o1' });
    const few = { ...draft.entitlement, availableFor: { groups: [], users: ['maria'] } };
    await offer({ ...draft, entitlement: few });
    await expect(search()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      offeredOptions({ itemId: 'laptop', field: 'why', ...page() }, visitor('maria')),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are cut so that each part fits one value and one call, whatever their names', () => {
    const long = options(5_000, 'ё'.repeat(190));
    const parts = partsOfList(long);
    expect(parts.flat()).toEqual(long);
    expect(Math.max(...parts.map((part) => JSON.stringify(part).length))).toBeLessThanOrEqual(150_000);
    expect(parts.length).toBeLessThanOrEqual(60);
  });

  it('stay in a version as they were published, whatever the draft says then', async () => {
    await offer(asking(await keep(options(3, 'Old'))));
    await save(asking(await keep(options(4, 'New'))));
    expect((await search()).options[0]?.label.en).toBe('Old 0');
    expect((await readVersion('laptop', 1))?.content.form[1]?.optionList?.count).toBe(3);
  });
});

describe('an item with a long list', () => {
  it('is published only while its list is there whole, and its names tell its options apart', async () => {
    const list = await keep(options(3));
    expect(await codes(asking(list))).toEqual([]);
    expect(await codes(asking({ parts: [], count: 0 }))).toEqual(['noOptions']);
    expect(await codes(asking({ ...list, count: 4 }))).toEqual(['listGone']);
    expect(await codes(asking({ parts: ['a'.repeat(22)], count: 1 }))).toEqual(['listGone']);
    const same = await keep([...options(2), { id: 'again', label: { en: 'Site 1' } }]);
    expect(await codes(asking(same))).toEqual(['sameOptionLabel']);
  });

  it('is told of conditions on options that it does not have any more', async () => {
    const draft = asking(await keep(options(3)));
    const when = (value: string) => ({ ...draft, form: [draft.form[1]!, shownBy(value)] });
    expect(await codes(when('o2\u001fSite 2'))).toEqual([]);
    expect(await codes(when('o9\u001fSite 9'))).toEqual(['unknownOption']);
  });
  const shownBy = (value: string) => field('why', { visibleWhen: { field: 'site', op: 'is', value } });

  it('is moved to another site with its list, and not without it', async () => {
    await offer(asking(await keep(options(600))));
    const [items, parts] = [await allOf(exportedItems(0)), await allOf(exportedOptions(0))];
    dropCached();
    installFakeForge('sergey');
    await keepAround(editor);
    const structure = await readStructure();
    const alone = await importItems(items, structure, true, editor);
    expect(alone.problems).toMatchObject([{ code: 'listGone' }]);
    const [first] = parts;
    const forged = await importOptions([{ ...first, options: options(1, 'Forged') }], editor);
    expect(forged.problems).toMatchObject([{ code: 'MALFORMED' }]);
    expect(await importOptions(parts, editor)).toMatchObject({ problems: [] });
    expect(await importItems(items, structure, false, editor)).toMatchObject({ problems: [], created: 1 });
    expect(await search('', 599)).toMatchObject({ total: 600, options: [{ id: 'o599' }] });
  });
});

describe('housekeeping', () => {
  it('removes the parts that no draft, no offer and no field set names, an hour after they came', async () => {
    const [offered, draft, shared] = [
      await keep(options(2, 'A')),
      await keep(options(2, 'B')),
      await keep(options(2, 'C')),
    ];
    await keep(options(2, 'Never saved'));
    await offer(asking(offered));
    await save(asking(draft));
    const set = { id: 'set', name: { en: 'Set' }, form: asking(shared).form };
    await fieldSetStore.save(set, 0, editor);
    expect(await tidyOptions(editor.now + 50 * 60_000)).toEqual({ removed: 0 });
    expect(await tidyOptions(LATER)).toEqual({ removed: 1 });
    await offer(content());
    expect(await tidyOptions(LATER)).toEqual({ removed: 2 });
    expect(await findOptions(shared.parts, page())).toMatchObject({ total: 2 });
    await fieldSetStore.remove('set', 1, editor);
    expect(await tidyOptions(LATER)).toEqual({ removed: 1 });
    expect(kept()).toEqual([]);
  });

  it.each([ITEM_ENTITY, 'definition'])('removes none while a row of %s can not be read', async (entity) => {
    const draft = asking(await keep(options(2)));
    await save(draft);
    await fieldSetStore.save({ id: 'set', name: { en: 'Set' }, form: draft.form }, 0, editor);
    await keep(options(3, 'Unnamed'));
    spoil(entity);
    await expect(tidyOptions(LATER)).rejects.toMatchObject({ code: 'STORAGE_CORRUPT' });
    expect(kept()).toHaveLength(2);
  });

  it('keeps the list of a copy when the original is deleted', async () => {
    const draft = asking(await keep(options(2)));
    const { rev } = await save(draft);
    await save(draft, 'copy');
    await deleteItem('laptop', rev, editor);
    expect(await tidyOptions(LATER)).toEqual({ removed: 0 });
  });
});

it('tells of a picture that is gone while the item is edited, not only when it is published', async () => {
  const picture = { label: 'a'.repeat(22), width: 1, height: 1, alt: { en: 'A', ru: 'А' } };
  expect(await codes(content({ picture }))).toEqual(['pictureGone']);
});

async function allOf<T>(each: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const one of each) all.push(one);
  return all;
}
