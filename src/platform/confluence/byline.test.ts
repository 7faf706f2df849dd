import { beforeEach, expect, it } from '@jest/globals';
import { type FakeForge, installFakeForge } from '../../../test/support/fake-forge';
import { writeByline } from './byline';

const RIGHT = { title: 'Solved 5 requests', tooltip: 'Was this page helpful?' };
let forge: FakeForge;
let stands: unknown;
const written = () =>
  forge.products.filter(({ method }) => method !== 'GET').map(({ method, body }) => ({ method, body }));

beforeEach(() => {
  forge = installFakeForge('ann');
  forge.product = ({ method }) => {
    const stored = { id: '3', key: 'pledge-byline', value: stands, version: { number: 4 } };
    if (method === 'GET') return { status: 200, body: { results: stands === undefined ? [] : [stored] } };
    return { status: 200, body: {} };
  };
});

it('writes nothing where the right line stands', async () => {
  stands = RIGHT;
  expect(await writeByline('7', RIGHT)).toBe(true);
  expect(written()).toEqual([]);
});

it.each([
  ['another text', { title: 'Solved 9999 requests', tooltip: RIGHT.tooltip }],
  ['an icon beside it', { ...RIGHT, icon: 'https://example.com/gold.png' }],
  ['no line at all', 'nonsense'],
])('replaces %s that an editor of the page wrote', async (_what, forged) => {
  stands = forged;
  expect(await writeByline('7', RIGHT)).toBe(true);
  expect(written()).toMatchObject([{ method: 'PUT', body: { value: RIGHT, version: { number: 5 } } }]);
});

it('takes away what a copy brought along', async () => {
  stands = RIGHT;
  expect(await writeByline('8', null)).toBe(true);
  expect(written()).toMatchObject([{ method: 'DELETE' }]);
});
