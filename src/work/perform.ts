/** How something is done outside the storage so that it can be tried again: what follows decisions, what escalations do. */

/** What it is known by outside, whether it may have happened before, and since when to look for its traces (ms). */
export interface Mark {
  readonly id: string;
  readonly again: boolean;
  readonly since: number;
}

export interface Kind<Data> {
  /**
   * How it may be repeated: `repeatable` compares before it acts; `traced` looks for the mark it left; `once` is noted as done
   * before it is, and may be lost.
   */
  readonly repeats: 'repeatable' | 'traced' | 'once';
  /** Whether it must still happen: what was decided may not hold any more. What has happened already still holds. */
  readonly holds?: (data: Data) => Promise<boolean>;
  /** Of a traced one: whether its mark is there. */
  readonly isLeft?: (data: Data, mark: Mark) => Promise<boolean>;
  readonly run: (data: Data, mark: Mark) => Promise<void>;
}

/**
 * Does what is to be done: what is done once only after it is noted, what is tried again only where it still holds, what is
 * traced only where its mark is not left. Answers whether it still holds. Throws what stood in its way.
 */
export async function perform<Data>(
  kind: Kind<Data>,
  data: Data,
  mark: Mark,
  note: () => Promise<void>,
): Promise<boolean> {
  if (kind.repeats === 'once') await note();
  // Who has decided a moment ago need not decide again.
  if (mark.again && (await kind.holds?.(data)) === false) return false;
  const isLeft = mark.again && kind.repeats === 'traced' && (await kind.isLeft?.(data, mark));
  if (!isLeft) await kind.run(data, mark);
  return true;
}
