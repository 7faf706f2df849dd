import * as v from 'valibot';
import { type Json, jsonSchema } from './json';
import type { ReadOnly } from './read-only';

/** One difference between two documents. A side that is left out was not there, or is not any more. */
export const differenceSchema = v.object({
  path: v.string(),
  before: v.optional(jsonSchema),
  after: v.optional(jsonSchema),
});
export type Difference = ReadOnly<v.InferOutput<typeof differenceSchema>>;

const MAX_DIFFERENCES = 100;
const MAX_TEXT = 200;
/** Characters of a list or an object, as JSON. */
const MAX_SIZE = 400;

/** What stands for a list or an object too large to be kept. */
export interface Large {
  readonly $large: 'list' | 'object';
  /** Entries or parts. */
  readonly size: number;
  /** What it is called, in the languages it was written in. */
  readonly name?: Json;
}

/** A difference as it is kept: long texts are cut, large lists and objects are told by their size and name. */
export const difference = (path: string, before: unknown, after: unknown): Difference => ({
  path,
  ...(before !== undefined && { before: kept(before) }),
  ...(after !== undefined && { after: kept(after) }),
});

function kept(value: unknown): Json {
  if (typeof value === 'string') return cut(value);
  if (typeof value !== 'object' || value === null || JSON.stringify(value).length <= MAX_SIZE)
    return value as Json;
  const size = Object.keys(value).length;
  if (Array.isArray(value)) return { $large: 'list', size };
  const name = 'name' in value ? value.name : 'label' in value ? value.label : undefined;
  return { $large: 'object', size, ...(name !== undefined && { name: kept(name) }) };
}

export const isLarge = (value: Json): value is Json & Large =>
  typeof value === 'object' && value !== null && '$large' in value;

/**
 * What changed from one document to the other, leaf by leaf. Members of lists are matched by their `id` where they
 * have one (a list that was left out is an empty one), otherwise by what they are, so that one more or a moved one is not a change of all that follow. A list of plain
 * values is one value. At most 100 differences.
 */
export function diffDocuments(before: unknown, after: unknown): readonly Difference[] {
  return walk('', before, after).slice(0, MAX_DIFFERENCES);
}

function walk(path: string, before: unknown, after: unknown): readonly Difference[] {
  if (same(before, after)) return [];
  if (before === undefined && isNamedList(after)) return walk(path, [], after);
  if (after === undefined && isNamedList(before)) return walk(path, before, []);
  if (isPlainList(before) && isPlainList(after)) return [difference(path, before, after)];
  if (isUnnamedList(before) && isUnnamedList(after)) return walkUnnamed(path, before, after);
  const [left, right] = [membersOf(before), membersOf(after)];
  if (left === null || right === null) return [difference(path, before, after)];
  const names = [...new Set([...left.keys(), ...right.keys()])];
  const inside = names.flatMap((name) =>
    walk(path ? `${path}.${name}` : name, left.get(name), right.get(name)),
  );
  return inside.length > 0 ? inside : [difference(`${path}.order`, [...left.keys()], [...right.keys()])];
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;
const isPlainList = (value: unknown): boolean => Array.isArray(value) && value.every(isPlain);
const isUnnamedList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.every((member) => idOf(member) === undefined) && !hasPlain(value);
const isNamedList = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((member) => idOf(member) !== undefined);
const hasPlain = (value: readonly unknown[]): boolean => value.some(isPlain);

/** Members that are in both lists are no difference; what is left is compared place by place. */
function walkUnnamed(
  path: string,
  before: readonly unknown[],
  after: readonly unknown[],
): readonly Difference[] {
  const [left, right] = [without(before, after), without(after, before)];
  const places = [...new Set([...left.keys(), ...right.keys()])].sort((a, b) => a - b);
  if (places.length > 0)
    return places.flatMap((place) => walk(`${path}.${place}`, left.get(place), right.get(place)));
  const now = after.map((member) => 1 + before.findIndex((each) => same(each, member)));
  const then = before.map((_, place) => place + 1);
  return [difference(`${path}.order`, then, now)];
}

/** The members of a list that another list has not, each as often as it is missing there, by their place. */
function without(list: readonly unknown[], other: readonly unknown[]): ReadonlyMap<number, unknown> {
  const rest = other.map((member) => JSON.stringify(member));
  return new Map(
    [...list.entries()].filter(([, member]) => {
      const at = rest.indexOf(JSON.stringify(member));
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    }),
  );
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value))
    return new Map(Object.entries(value).filter(([, member]) => member !== undefined));
  return new Map(value.map((member: unknown, index) => [idOf(member) ?? String(index), member]));
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  return typeof value.id === 'string' ? value.id : undefined;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const cut = (text: string): string => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text);
