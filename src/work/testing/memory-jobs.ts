/** The run of one kind in memory, for tests of what a kind does. */
import { type Job, jobIn, type JobRow, type JobType, rowOf } from '../job';
import type { JobRuntime } from '../jobs';

export class MemoryJobs<S extends object> implements JobRuntime {
  private row: JobRow | null = null;
  /** Told of every checkpoint that is written. */
  wrote: () => void = () => undefined;
  readonly pauses: number[] = [];

  constructor(
    private readonly type: JobType<S>,
    public now: () => number,
  ) {}

  readonly rows: JobRuntime['rows'] = {
    get: async () => this.row,
    put: async (_, row, expect) => {
      if (typeof expect === 'object' && 'rev' in expect && expect.rev !== this.row?.rev) return 'conflict';
      this.row = structuredClone(row);
      this.wrote();
      return 'done';
    },
  };

  readonly pause = async (ms: number): Promise<void> => void this.pauses.push(ms);

  job(): Job<S> | null {
    return jobIn(this.type, this.row);
  }

  /** What somebody else writes meanwhile. */
  set(job: Job<S>): void {
    this.row = rowOf(this.type, job, job, (this.row?.rev ?? 0) + 1);
  }
}
