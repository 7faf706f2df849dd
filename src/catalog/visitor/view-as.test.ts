import { keepAround } from '../../../test/support/catalog-around';
import { type FakeForge, installFakeForge } from '../../../test/support/fake-forge';
import { catalog, category, content } from '../../../test/support/samples';
import { auditEntries } from '../../platform/storage/audit-entries';
import type { CatalogStanding } from '../items/editing';
import { FOR_ALL, NOBODY } from '../domain/audience/entitlement';
import type { ItemContent } from '../domain/model';
import { catalogs, categories } from '../domain/sections';
import { publishItem, saveMember } from '../index';
import { saveItem } from '../items/save-item';
import { readHead, structureOf } from '../records/store';
import { viewAs } from './view-as';

const editor = { accountId: 'sergey', now: Date.parse('2026-03-02T10:00:00Z') };
const caller = { ...editor, groups: async () => [] as readonly string[] };
const forBosses = { ...FOR_ALL, availableFor: { ...NOBODY, groups: ['bosses'] } };

let forge: FakeForge;
beforeEach(async () => {
  forge = installFakeForge('sergey');
  await keepAround(editor);
  await saveMember(catalogs, catalog('hr', ['maria']), 0, editor);
  await saveMember(categories, category('leave', { catalogId: 'hr', entitlement: forBosses }), 0, editor);
  await offer('laptop', { entitlement: forBosses });
  await offer('holiday', { categoryIds: ['leave'] });
});

async function offer(id: string, over: Partial<ItemContent>): Promise<void> {
  const { rev } = await saveItem({ itemId: id, rev: 0, content: content(over) }, editor);
  await publishItem(id, rev, editor, async () => () => ({ gone: new Set(), statusIds: null }));
}

const inGroups = (...groups: readonly string[]): void => {
  forge.product = () => ({ status: 200, body: groups.map((name) => ({ name, groupId: null })) });
};

async function standing(over: Partial<CatalogStanding> = {}): Promise<CatalogStanding> {
  const head = await readHead();
  const structure = await structureOf(head);
  const who = { accountId: 'sergey', all: true };
  return { who, reads: true, head, structure, managed: new Set(), ownServices: [], ...over };
}

const verdicts = async (wanted: Parameters<typeof viewAs>[0], as = standing()) =>
  Object.fromEntries((await viewAs(wanted, caller, await as)).map(({ id, hidden }) => [id, hidden]));

it('tells which items a person would see, and whose list hides the others', async () => {
  inGroups('staff');
  expect(await verdicts({ person: 'alice' })).toEqual({
    laptop: { by: 'forOthers' },
    holiday: { by: 'forOthers', categoryId: 'leave' },
  });
  inGroups('bosses');
  expect(await verdicts({ person: 'alice' })).toEqual({ laptop: null, holiday: null });
});

it('says that their groups are not known where Jira does not let the app browse people', async () => {
  forge.product = () => ({ status: 403, body: {} });
  expect(await verdicts({ person: 'alice', catalog: 'it' })).toEqual({
    laptop: { by: 'forOthers', unknown: ['groups'] },
  });
});

it('is of one catalog where one is chosen, and of none that is not there', async () => {
  inGroups('bosses');
  expect(await verdicts({ person: 'alice', catalog: 'hr' })).toEqual({ holiday: null });
  await expect(verdicts({ person: 'alice', catalog: 'gone' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('shows those without a role the items they edit, and of categories that are not theirs only which one hides', async () => {
  forge.product = () => ({ status: 403, body: {} });
  const maria = { who: { accountId: 'maria', all: false }, reads: false };
  const manager = standing({ ...maria, managed: new Set(['hr']) });
  expect(await verdicts({ person: 'alice' }, manager)).toEqual({
    holiday: { by: 'forOthers', categoryId: 'leave', unknown: ['groups'] },
  });
  const owner = standing({ who: { accountId: 'sergey', all: false }, reads: false });
  expect(await verdicts({ person: 'alice' }, owner)).toEqual({
    laptop: { by: 'forOthers', unknown: ['groups'] },
    holiday: { by: 'forOthers', categoryId: 'leave' },
  });
});

it('writes down who looked as whom, and nothing of what they saw; not of a look at one’s own catalog', async () => {
  inGroups('bosses');
  await verdicts({ person: 'alice', catalog: 'hr' });
  await verdicts({ person: 'sergey' });
  const { docs } = await auditEntries.query({ index: 'by-month', partition: ['2026-03'] });
  const looks = docs.filter(({ action }) => action === 'catalog.viewedAs');
  expect(looks).toEqual([
    expect.objectContaining({
      ...{ by: 'sergey', subject: 'person:alice', subjectName: { en: 'hr' }, changes: [] },
    }),
  ]);
});

it('answers nothing that could not be written down', async () => {
  inGroups('bosses');
  forge.kvs.before = (path) =>
    path.includes('/transaction') ? { status: 400, body: { code: 'NO_ROOM' } } : undefined;
  await expect(verdicts({ person: 'alice' })).rejects.toThrow();
});
