/**
 * Does something with each of many, so many at a time. Answers what came of them, in their order. Once one has failed, none more is
 * begun.
 */
export async function inParallel<T, R>(
  all: readonly T[],
  width: number,
  run: (each: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const queue = [...all.entries()];
  const results: R[] = [];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, each] = next;
      results[index] = await run(each, index).catch((error: unknown) => {
        queue.length = 0;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
