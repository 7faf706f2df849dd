import { keepAround } from '../../../test/support/catalog-around';
import { installFakeForge } from '../../../test/support/fake-forge';
import { content, field } from '../../../test/support/samples';
import { MemoryJobs } from '../../work/testing/memory-jobs';
import type { Caller } from '../../platform/identity/caller';
import { newRun } from '../../work/job';
import { workOn } from '../../work/jobs';
import { catalogCalls } from '../calls';
import type { FieldSet, FormField } from '../domain/model';
import { fieldSetStore, publishItem, readItem } from '../index';
import { redraftJob } from './redraft';
import { newRedraft } from './redraft-job';
import { saveItem } from './save-item';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const editor = { accountId: 'sergey', now: NOW };
const costs = (...form: readonly FormField[]): FieldSet => ({ id: 'costs', name: { en: 'Costs' }, form });
const centre = (over: Partial<FormField> = {}) => field('centre', { set: 'costs', ...over });
const own = content().form;

beforeEach(async () => {
  installFakeForge('sergey');
  await keepAround(editor);
  await fieldSetStore.save(costs(field('centre')), 0, editor);
});

const make = async (id: string, form: readonly FormField[] = [...own, centre()]) => {
  const { rev } = await saveItem({ itemId: id, rev: 0, content: content({ form }) }, editor);
  return publishItem(id, rev, editor, async () => () => ({ gone: new Set(), statusIds: null }));
};
const redrafted = async (): Promise<void> => {
  const job = newRun(newRedraft(), 'sergey', NOW);
  const jobs = new MemoryJobs(redraftJob, () => NOW);
  jobs.set(job);
  await workOn(redraftJob, job.id, undefined, jobs);
};

it('changes the drafts of those that use it, what they say themselves stays, and what is published too', async () => {
  await make('laptop', [...own, centre({ label: { en: 'Who pays' }, own: ['label'] })]);
  await make('phone', own);
  await fieldSetStore.save(costs(field('centre', { type: 'multiline' }), field('budget')), 1, editor);
  await redrafted();
  const laptop = await readItem('laptop');
  expect(laptop).toMatchObject({ state: 'published', version: 1, dirty: true });
  expect(laptop?.content.form.slice(2)).toMatchObject([
    { id: 'centre', type: 'multiline', label: { en: 'Who pays' } },
    { id: 'budget', set: 'costs' },
  ]);
  expect(await readItem('phone')).toMatchObject({ dirty: false });
  await redrafted();
  expect((await readItem('laptop'))?.rev).toBe(laptop?.rev);
});

it('is what the item’s questions are, whatever a screen sends', async () => {
  await make('laptop', [...own, centre({ type: 'date', help: { en: 'Smuggled' } })]);
  expect((await readItem('laptop'))?.content.form[2]).toEqual({ ...field('centre'), set: 'costs' });
});

it('is not deleted while something uses it, and says what', async () => {
  await make('laptop');
  await expect(fieldSetStore.remove('costs', 1, editor)).rejects.toMatchObject({
    code: 'INVALID_DEFINITION',
    fields: [{ code: 'fieldSetInUse', params: { name: { kind: 'text', text: { en: 'Laptop' } } } }],
  });
  await saveItem({ itemId: 'laptop', rev: 2, content: content({ form: own }) }, editor);
  await fieldSetStore.remove('costs', 1, editor);
  expect(await fieldSetStore.read(['costs'])).toEqual(new Map());
});

it('is kept only without errors', async () => {
  await expect(fieldSetStore.save(costs(field('a', { type: 'choice' })), 1, editor)).rejects.toMatchObject({
    fields: [{ code: 'noOptions', whose: 'fieldSet:costs' }],
  });
});

it('never makes of an item what could not be read any more: who saves it is told, and the others go on', async () => {
  const many = (of: string, count: number) => Array.from({ length: count }, (_, at) => field(`${of}${at}`));
  await make('crowded', [...own, ...many('q', 80), centre()]);
  await make('laptop');
  await fieldSetStore.save(costs(field('centre'), ...many('c', 40)), 1, editor);
  await redrafted();
  const crowded = await readItem('crowded');
  expect(crowded).toMatchObject({ rev: 2, dirty: false });
  expect((await readItem('laptop'))?.content.form).toHaveLength(own.length + 41);
  const again = { itemId: 'crowded', rev: 2, content: crowded?.content ?? content() };
  await expect(saveItem(again, editor)).rejects.toMatchObject({
    fields: [{ code: 'setsHoldTooMuch', at: 'form' }],
  });
});

it('is what is checked when an item is saved: what a screen still has of it stops nothing', async () => {
  const { run } = catalogCalls['catalog.saveItem'];
  const outdated = content({ form: [...own, centre({ type: 'choice', options: [] })] });
  const wanted = { itemId: 'laptop', rev: 0, content: outdated, byItself: false };
  const { item, problems } = await run(wanted, editor as Caller, undefined);
  expect(item.content.form[2]?.type).toBe('text');
  expect(problems.map(({ code }) => code)).not.toContain('noOptions');
});
