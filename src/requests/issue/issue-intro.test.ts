import { expect, it } from '@jest/globals';
import { published } from '../../../test/support/samples';
import { issueIntro } from './issue-intro';

const item = (name: { readonly en: string; readonly ru?: string }) => ({
  ...published({ name }),
  version: 3,
});

it('speaks the languages the item has', () => {
  expect(issueIntro(item({ en: 'Laptop' }))).toEqual([
    'Requested from the service catalog: Laptop (version 3).',
  ]);
  expect(issueIntro(item({ en: 'Laptop', ru: 'Ноутбук' }))).toEqual([
    'Requested from the service catalog: Laptop (version 3).',
    'Заявка из каталога услуг: Ноутбук (версия 3).',
  ]);
});

it('names who asked for somebody else', () => {
  const [en, ru] = issueIntro(item({ en: 'Laptop', ru: 'Ноутбук' }), { by: 'Alice', of: 'Maria' });
  expect(en).toMatch(/ Requested by Alice for Maria\.$/);
  expect(ru).toMatch(/ Заявитель: Alice, для кого: Maria\.$/);
});
