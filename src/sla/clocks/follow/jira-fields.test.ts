import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type FakeForge, installFakeForge } from '../../../../test/support/fake-forge';
import type { fillFields as FillFields } from './jira-fields';

const ari = (key: string, environment = 'env'): string =>
  `ari:cloud:ecosystem::extension/app/${environment}/static/${key}`;
const field = (id: string, custom: string) => ({ id, name: 'n', schema: { type: 'string', custom } });
const VALUES = {
  nextDue: '2026-06-01T10:00:00Z',
  nextBreach: null,
  remaining: null,
  state: 'Running',
  met: null,
};

let forge: FakeForge;
let fillFields: typeof FillFields;
let fields: object[];
let written: { status: number };
beforeEach(async () => {
  forge = installFakeForge('ann');
  fields = [
    { id: 'summary', name: 'Summary' },
    field('customfield_10050', ari('pledge-next-due')),
    field('customfield_10051', ari('pledge-state')),
    field('customfield_10052', ari('pledge-state', 'another-environment')),
  ];
  written = { status: 204 };
  forge.product = ({ path }) => (path === '/rest/api/3/field' ? { status: 200, body: fields } : written);
  jest.resetModules();
  ({ fillFields } = await import('./jira-fields'));
});
afterEach(() => void jest.restoreAllMocks());
const asked = (): string[] => forge.products.map(({ method, path }) => `${method} ${path}`);

describe('filling the Jira fields', () => {
  test('writes those of this installation that the site has, in one silent call as the app', async () => {
    await fillFields('10000', VALUES);
    expect(forge.products.at(-1)).toMatchObject({
      as: 'app',
      method: 'POST',
      path: '/rest/api/3/app/field/value?generateChangelog=false&generateAppEvents=false',
      body: {
        updates: [
          { customField: 'customfield_10050', issueIds: [10000], value: '2026-06-01T10:00:00Z' },
          { customField: 'customfield_10051', issueIds: [10000], value: 'Running' },
        ],
      },
    });
  });

  test('asks for the fields once, and not again for the next issue', async () => {
    await fillFields('10000', VALUES);
    await fillFields('10001', VALUES);
    expect(asked().filter((call) => call === 'GET /rest/api/3/field')).toHaveLength(1);
  });

  test('does nothing on a site without the fields', async () => {
    fields = [];
    await fillFields('10000', VALUES);
    expect(asked()).toEqual(['GET /rest/api/3/field']);
  });

  test('lets a refusal pass, and looks for the fields again afterwards', async () => {
    written = { status: 404 };
    const silenced = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await fillFields('10000', VALUES);
    expect(silenced).toHaveBeenCalledTimes(1);
    await fillFields('10000', VALUES);
    expect(asked().filter((call) => call === 'GET /rest/api/3/field')).toHaveLength(2);
  });

  test('tells when Jira cannot answer, so that the event is tried again', async () => {
    written = { status: 503 };
    await expect(fillFields('10000', VALUES)).rejects.toMatchObject({ code: 'JIRA_UNAVAILABLE' });
  });
});
