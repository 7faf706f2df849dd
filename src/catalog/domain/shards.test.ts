import { published } from '../../../test/support/samples';
import { type Indexed, MOST_IN_SHARD, partsOf, shardOf } from './shards';
import { tileOf } from './item/tile';

const row = (id: string, more: Partial<Indexed> = {}): Indexed => ({
  tile: { ...tileOf(published()), id },
  words: '',
  ...more,
});
const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => row(`i${String(n).padStart(4, '0')}`));
const none = new Set<string>();
const shard = (from: string) => ({ from, label: from, items: 1 });

it('finds the shard an id belongs into, also of one before them all', () => {
  const shards = [shard('b'), shard('m')];
  expect(['a', 'b', 'c', 'm', 'z'].map((id) => shardOf(shards, id))).toEqual([0, 0, 0, 1, 1]);
  expect(shardOf([], 'a')).toBe(0);
});

it('keeps rows in the order of their ids, the newest of each, without those removed', () => {
  const [part] = partsOf(
    '',
    [row('a'), row('m'), row('z')],
    [row('k'), row('m', { words: 'new' })],
    new Set(['z']),
  );
  expect(part?.rows.map(({ tile, words }) => `${tile.id}${words}`)).toEqual(['a', 'k', 'mnew']);
  expect(partsOf('', [row('a')], [], new Set(['a']))).toEqual([]);
});

it('divides what has become too many into parts that follow one another', () => {
  const parts = partsOf('b', rows(MOST_IN_SHARD), [row('j')], none);
  expect(parts.map((part) => [part.from, part.rows.length])).toEqual([
    ['b', 51],
    ['i0051', 50],
  ]);
  expect(partsOf('', [], rows(2_000), none)).toHaveLength(20);
});

it('divides also what is few but long', () => {
  const long = rows(4).map((each) => ({ ...each, words: 'x'.repeat(60_000) }));
  expect(partsOf('', [], long, none).map((part) => part.rows.length)).toEqual([2, 2]);
});
