import { beforeEach, expect, it } from '@jest/globals';
import { type FakeForge, installFakeForge } from '../../../../test/support/fake-forge';
import { statusMovesOf } from './status-moves';

let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('ann');
});

const change = (created: number, from: string, to: string) => ({
  id: String(created),
  created,
  items: [{ field: 'status', fieldId: 'status', from, fromString: 'A', to, toString: 'B' }],
});

it('asks the app’s own eyes for statuses alone, page by page, and answers the oldest first', async () => {
  const pages = [
    {
      issueChangeLogs: [{ issueId: '1', changeHistories: [change(20, '2', '9')] }],
      nextPageToken: 'more',
    },
    {
      issueChangeLogs: [
        { issueId: '1', changeHistories: [change(10, '1', '2')] },
        { issueId: '2', changeHistories: [] },
      ],
    },
  ];
  forge.product = ({ body }) => ({
    status: 200,
    body: pages[(body as { nextPageToken?: string }).nextPageToken === 'more' ? 1 : 0] ?? {},
  });
  const moves = await statusMovesOf(['1', '2']);
  expect([...moves]).toEqual([
    [
      '1',
      [
        { at: 10, from: '1', to: '2' },
        { at: 20, from: '2', to: '9' },
      ],
    ],
  ]);
  expect(forge.products.map(({ as, body }) => [as, (body as { fieldIds: string[] }).fieldIds])).toEqual([
    ['app', ['status']],
    ['app', ['status']],
  ]);
});

it('asks for five hundred at a time', async () => {
  forge.product = () => ({ status: 200, body: { issueChangeLogs: [] } });
  await statusMovesOf(Array.from({ length: 501 }, (_, n) => String(n)));
  expect(
    forge.products.map(({ body }) => (body as { issueIdsOrKeys: string[] }).issueIdsOrKeys.length),
  ).toEqual([500, 1]);
});
