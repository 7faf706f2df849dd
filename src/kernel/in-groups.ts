/** Asks for each, a few side by side at a time; the answers come in the order of what was asked for. */
export async function inGroups<T, R>(
  all: readonly T[],
  size: number,
  ask: (each: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const answers: R[] = [];
  for (let start = 0; start < all.length; start += size)
    answers.push(
      ...(await Promise.all(all.slice(start, start + size).map((each, n) => ask(each, start + n)))),
    );
  return answers;
}
