import { sequence } from '../faults/sequence';

/** Nine of ten invocations meet a process that has served before, unless told otherwise. */
const USUAL_SHARE = 0.9;

/** Decides when a process is forgotten. The same seed and the same order of questions give the same answers. */
export class Forgetting {
  private share = USUAL_SHARE;
  private random = sequence(1);

  /** Share of invocations that meet a kept process, 0 to 1. Setting it starts the sequence anew. */
  get warm(): number {
    return this.share;
  }

  set warm(share: number) {
    if (!(share >= 0 && share <= 1)) throw new RangeError('The share of warm invocations is 0 to 1.');
    this.share = share;
    this.random = sequence(1);
  }

  /** True when the process that would serve the next invocation has been forgotten. */
  forgets(): boolean {
    return this.share < 1 && this.random() >= this.share;
  }
}
