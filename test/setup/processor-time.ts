/** Milliseconds that this process computes while something runs. What others do on the machine in the meantime is not counted, as a clock would. */
export async function processorMs(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** The least of some runs: the first ones compile what they run. */
export async function leastProcessorMs(runs: number, work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) least = Math.min(least, await processorMs(work));
  return least;
}
