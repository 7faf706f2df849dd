/** Does something with each of many, so many at a time. Answers what came of them, in the order in which they ended. */
export async function inParallel<T, R>(
  all: readonly T[],
  width: number,
  run: (each: T) => Promise<R>,
): Promise<readonly R[]> {
  const queue = [...all];
  const results: R[] = [];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) results.push(await run(next));
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
