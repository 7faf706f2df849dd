import { installFakeForge } from '../../../test/support/fake-forge';
import { countSearches, readSearches } from './searches';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const missed = (words: string) => ({ words, found: false });

it('tells how often something was searched for in vain only from five times on, the most frequent first', async () => {
  installFakeForge('alice');
  await countSearches(
    [...'ab'].flatMap((each) => [missed(each), missed(each)]),
    NOW,
  );
  await countSearches(
    Array.from({ length: 3 }, () => missed('b')),
    NOW,
  );
  const { searches, without, missed: told } = await readSearches();
  expect([searches, without]).toEqual([7, 7]);
  expect(told.map(({ words, times }) => [words, times])).toEqual([
    ['b', 5],
    ['a', null],
  ]);
});
