import { keepAround } from '../../../test/support/catalog-around';
import { type FakeForge, installFakeForge } from '../../../test/support/fake-forge';
import { content } from '../../../test/support/samples';
import { dropCached } from '../../work/cache';
import type { AskJira } from '../ask-jira';
import type { ItemContent } from '../domain/model';
import { deleteItem } from '../items/delete-item';
import { exportedItems, importItems } from '../items/import-items';
import { readItem } from '../records/item-store';
import { editedPicture, offeredPicture, readPicture, savePicture } from './pictures';
import { publishItem } from '../items/publish-item';
import { saveItem } from '../items/save-item';
import { readStructure } from '../records/store';
import { tidyPictures } from '../tidy';

const editor = { accountId: 'sergey', now: Date.parse('2026-03-02T10:00:00Z') };
const LATER = editor.now + 70 * 60_000;
const visitor = (accountId: string) => ({ accountId, groups: async () => [] });
const silent: AskJira = async () => () => ({ gone: new Set(), statusIds: null });
const alt = { en: 'A laptop', ru: 'Ноутбук' };
const jpeg = (words: string): string =>
  Buffer.from(`\xff\xd8\xff${words}${' '.repeat(20)}`, 'latin1').toString('base64');
const [OLD, NEW] = [jpeg('old'), jpeg('new')];

let forge: FakeForge;
beforeEach(async () => {
  dropCached();
  forge = installFakeForge('sergey');
  await keepAround(editor);
});

const keep = async (picture: string, said: ItemContent['name'] = alt): Promise<ItemContent> => {
  const label = await savePicture('laptop', picture, editor.now);
  return content({ picture: { label, width: 40, height: 30, alt: said } });
};
const save = async (draft: ItemContent) =>
  saveItem({ itemId: 'laptop', rev: (await readItem('laptop'))?.rev ?? 0, content: draft }, editor);
const offer = async (draft: ItemContent) => publishItem('laptop', (await save(draft)).rev, editor, silent);
const named = ({ picture }: ItemContent) => ({ itemId: 'laptop', label: picture?.label ?? '' });
const keys = () => [...forge.kvs.rows.keys()].filter((key) => key.includes('picture'));

describe('the picture of an item', () => {
  it('is for those who may order the item, as it is published: that of a draft is for its editors', async () => {
    const [published, draft] = [await keep(OLD), await keep(NEW)];
    await offer(published);
    await save(draft);
    expect(await offeredPicture(named(published), visitor('alice'))).toEqual({ picture: OLD });
    await expect(offeredPicture(named(draft), visitor('alice'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await editedPicture(named(draft))).toEqual({ picture: NEW });
    const few = { ...published.entitlement, availableFor: { groups: [], users: ['maria'] } };
    await offer({ ...published, entitlement: few });
    await expect(offeredPicture(named(published), visitor('alice'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is published only with words in every language for those who can’t see it, and only while it is there', async () => {
    const codes = async (draft: ItemContent) =>
      offer(draft).then(
        () => [],
        ({ fields }: { readonly fields: readonly { readonly code: string }[] }) =>
          fields.map(({ code }) => code),
      );
    expect(await codes(await keep(OLD, { en: 'A laptop' }))).toEqual(['noAlt']);
    expect(await codes(await keep(OLD, { en: ' ', ru: 'Ноутбук' }))).toEqual(['noAlt']);
    expect(await codes(content({ picture: { label: 'a'.repeat(22), width: 1, height: 1, alt } }))).toEqual([
      'pictureGone',
    ]);
    expect(await codes(await keep(OLD))).toEqual([]);
  });
});

describe('housekeeping', () => {
  it('removes what neither the draft nor the published version shows, an hour after it came', async () => {
    const [published, draft] = [await keep(OLD), await keep(NEW)];
    await offer(published);
    await save(draft);
    const unsaved = await keep(jpeg('never saved'));
    expect(await tidyPictures(editor.now + 50 * 60_000)).toEqual({ removed: 0 });
    expect(await tidyPictures(LATER)).toEqual({ removed: 1 });
    expect(await readPicture(named(unsaved))).toBeNull();
    await offer(draft);
    expect(await tidyPictures(LATER)).toEqual({ removed: 1 });
    expect(await readPicture(named(published))).toBeNull();
    expect(await readPicture(named(draft))).toBe(NEW);
    expect(keys()).toHaveLength(2);
  });

  it('removes the pictures of an item that is deleted', async () => {
    const { rev } = await save(await keep(OLD));
    await deleteItem('laptop', rev, editor);
    expect(await tidyPictures(LATER)).toEqual({ removed: 1 });
    expect(keys()).toEqual([]);
  });
});

async function allOf<T>(each: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const one of each) all.push(one);
  return all;
}

describe('files', () => {
  it('carry the picture: another site publishes the item with it', async () => {
    await offer(await keep(OLD));
    const [moved] = await allOf(exportedItems(0));
    if (moved === undefined) throw new Error('Nothing was exported.');
    expect(moved).toMatchObject({ id: 'laptop', picture: OLD });
    const here = { ...moved, id: 'laptop-2' };
    const structure = await readStructure();
    const { picture: _, ...without } = here;
    const { problems } = await importItems([without], structure, true, editor);
    expect(problems.map(({ code, whose }) => `${code} ${whose}`)).toEqual(['pictureGone item:laptop-2']);
    expect(await importItems([here], structure, false, editor)).toMatchObject({ created: 1, problems: [] });
    const label = here.content.picture?.label ?? '';
    expect(await offeredPicture({ itemId: 'laptop-2', label }, visitor('alice'))).toEqual({ picture: OLD });
  });
});
