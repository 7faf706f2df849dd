/** How the published items are divided: into shards by ranges of ids, so that publishing one writes one of them anew. */
import type { Tile } from './model';

/** An item in the index: its tile, and what else a search finds it by. */
export interface Indexed {
  readonly tile: Tile;
  readonly words: string;
}

/** Where a part of the index is kept: the items from `from` up to the next shard's. */
export interface Shard {
  readonly from: string;
  /** Names the bodies of this shard. */
  readonly label: string;
  readonly items: number;
}

/** A part of the index that is written anew. */
export interface Part {
  readonly from: string;
  readonly rows: readonly Indexed[];
}

export const MOST_IN_SHARD = 100;
/** Far under what one value may hold, even where nothing in it repeats. */
const MOST_LENGTH = 150_000;

/** The shard an id belongs into: the last one that begins at or before it. */
export const shardOf = (shards: readonly Shard[], id: string): number =>
  Math.max(
    0,
    shards.findLastIndex(({ from }) => from <= id),
  );

/** A shard's rows after a change, sorted by id, in as many parts as they need: none when nothing is left. */
export function partsOf(
  from: string,
  rows: readonly Indexed[],
  put: readonly Indexed[],
  removed: ReadonlySet<string>,
): readonly Part[] {
  const named = new Set(put.map(({ tile }) => tile.id));
  const all = [...rows.filter(({ tile: { id } }) => !named.has(id) && !removed.has(id)), ...put];
  const sorted = all.toSorted((a, b) => (a.tile.id < b.tile.id ? -1 : 1));
  const pieces = divided(sorted);
  return pieces.map((piece, at) => ({ from: at === 0 ? from : (piece[0]?.tile.id ?? from), rows: piece }));
}

/** Halves until each piece is small enough. */
function divided(rows: readonly Indexed[]): readonly (readonly Indexed[])[] {
  if (rows.length === 0) return [];
  const fits = rows.length <= MOST_IN_SHARD && JSON.stringify(rows).length <= MOST_LENGTH;
  if (fits || rows.length === 1) return [rows];
  const pieces = Math.max(2, Math.ceil(rows.length / MOST_IN_SHARD));
  const size = Math.ceil(rows.length / pieces);
  return Array.from({ length: pieces }, (_, at) => rows.slice(at * size, (at + 1) * size)).flatMap(divided);
}
