import { answerProduct, resetBridge } from '../shared/testing/bridge';
import { prepareSurface } from '../shared/testing/surface';
import { loadFieldCatalog } from './load-field-catalog';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../shared/testing/bridge'));

test('spaces are known however many pages of them Jira gives', async () => {
  resetBridge();
  prepareSurface();
  const space = (n: number) => ({ id: String(n), key: `S${n}`, name: `Space ${n}` });
  const spaces = Array.from({ length: 101 }, (_, n) => space(n));
  for (const path of ['/field', '/status', '/issuetype']) answerProduct(path, []);
  for (const path of ['/priority/search', '/resolution/search']) answerProduct(path, { values: [] });
  for (const startAt of [0, 50, 100])
    answerProduct(`/project/search?startAt=${startAt}&`, {
      values: spaces.slice(startAt, startAt + 50),
      isLast: startAt === 100,
    });
  const catalog = await loadFieldCatalog();
  expect(catalog.valuesOf('projectId')).toHaveLength(101);
  expect(catalog.projectKey('100')).toBe('S100');
});
