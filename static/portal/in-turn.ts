let last: Promise<unknown> = Promise.resolve();

/** Does things one after the other that would write over each other if they were done at once. One that fails stops none. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}
