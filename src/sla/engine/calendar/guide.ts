/**
 * A way into an ascending list: its span cut into equal stretches, and for each how many values lie before it. Working
 * hours are regular, so a stretch holds about one value and a question costs the same however long the list is; where
 * they are not, the stretch is searched by halves.
 */
export interface Guide {
  readonly values: Float64Array;
  readonly origin: number;
  /** Stretches per unit of value. */
  readonly scale: number;
  /** `before[k]`: how many values lie in the stretches before `k`. */
  readonly before: Uint32Array;
}

const stretchOf = (value: number, origin: number, scale: number, count: number): number => {
  const k = Math.floor((value - origin) * scale);
  return k < 0 ? 0 : k < count ? k : count - 1;
};

/** The guide of the first `length` values of a list; the values must not descend. */
export const guideTo = (values: Float64Array, length: number): Guide => {
  const count = Math.max(1, length);
  const origin = length > 0 ? values[0]! : 0;
  const span = length > 0 ? values[length - 1]! - origin : 0;
  const scale = span > 0 ? count / span : 0;
  const before = new Uint32Array(count + 1);
  let k = 0;
  for (let i = 0; i < length; i++) {
    const stretch = stretchOf(values[i]!, origin, scale, count);
    while (k < stretch) before[++k] = i;
  }
  while (k < count) before[++k] = length;
  return { values, origin, scale, before };
};

/** How many values are at or before this one. */
export const countUntil = ({ values, origin, scale, before }: Guide, value: number): number => {
  const k = stretchOf(value, origin, scale, before.length - 1);
  let low = before[k]!;
  let high = before[k + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** How many values are before this one. */
export const countBefore = ({ values, origin, scale, before }: Guide, value: number): number => {
  const k = stretchOf(value, origin, scale, before.length - 1);
  let low = before[k]!;
  let high = before[k + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
};
