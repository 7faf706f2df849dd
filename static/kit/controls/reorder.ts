/** A copy with the element at `from` moved to `to`; the same list when either is out of range. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const element = list[from];
  if (element === undefined || to < 0 || to >= list.length || from === to) return list;
  const rest = [...list.slice(0, from), ...list.slice(from + 1)];
  return [...rest.slice(0, to), element, ...rest.slice(to)];
}

/** A copy with one element replaced. */
export const replaced = <T>(list: readonly T[], at: number, element: T): readonly T[] =>
  list.map((old, index) => (index === at ? element : old));

/** A copy without the element at that place. */
export const without = <T>(list: readonly T[], at: number): readonly T[] =>
  list.filter((_, index) => index !== at);
