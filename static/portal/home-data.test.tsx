import { answer, invocations, refusal, resetBridge } from '../shared/testing/bridge';
import { prepareSurface } from '../shared/testing/surface';
import { chooseForWhom } from './for-whom/for-whom';
import { beginHome, loadHome } from './home-data';
import { keepCatalog } from './kept-catalog';
import { homeOf } from './testing/samples';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../shared/testing/bridge'));

const { key, categories, items, announcements, pinned, popular, popularIn, ...own } = homeOf();
const home = { ...own, catalog: { key, categories, items, announcements, pinned, popular, popularIn } };
const payloads = () => invocations.filter(({ name }) => name === 'portal.home').map(({ payload }) => payload);
const asked = () => invocations.filter(({ name }) => name === 'portal.home').length;

beforeEach(() => {
  resetBridge();
  prepareSurface();
  chooseForWhom(null);
  answer('portal.home', () => home);
});

it('what was asked for early answers the first who loads, and nobody after', async () => {
  beginHome();
  expect((await loadHome()).key).toBe(key);
  expect(asked()).toBe(1);
  await loadHome();
  expect(asked()).toBe(2);
});

it('that it failed is told to whoever takes it; the next asks anew', async () => {
  answer('portal.home', () => refusal({ code: 'INTERNAL' }));
  beginHome();
  await expect(loadHome()).rejects.toMatchObject({ code: 'INTERNAL' });
  answer('portal.home', () => home);
  expect((await loadHome()).key).toBe(key);
});

it('is asked for before it is known who looks; what was kept of somebody else is asked for anew', async () => {
  prepareSurface({ accountId: 'maria' });
  keepCatalog({ ...home.catalog, key: 'of-maria' });
  prepareSurface();
  beginHome();
  expect(payloads()).toEqual([{ known: 'of-maria' }]);
  expect((await loadHome()).key).toBe(key);
  expect(payloads()).toEqual([{ known: 'of-maria' }, {}]);
});

it('what was asked for somebody else is not taken', async () => {
  beginHome();
  chooseForWhom('maria');
  await loadHome();
  expect(asked()).toBe(2);
  chooseForWhom(null);
});
