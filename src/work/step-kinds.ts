/** How a step is carried out, by its kind: so that it happens once, however often it is tried. */
import type { Step, StepRow } from './step';

/** What a step is known by outside, and whether it may have happened before. */
export interface Mark {
  readonly id: string;
  readonly again: boolean;
}

export interface StepKind {
  /**
   * How it may be repeated: `repeatable` compares before it acts; `traced` looks for the mark it left; `once` is noted as done
   * before it is, and may be lost.
   */
  readonly repeats: 'repeatable' | 'traced' | 'once';
  /** Nothing after it may happen before it has, nor when it need not happen any more. */
  readonly first?: boolean;
  /** Whether it must still happen: what was decided may not hold any more. What has happened already still holds. */
  readonly holds: (data: Step['data']) => Promise<boolean>;
  /** Of a traced one: whether its mark is there. */
  readonly isLeft?: (data: Step['data'], mark: Mark) => Promise<boolean>;
  readonly run: (data: Step['data'], mark: Mark) => Promise<void>;
}

export type StepKinds = Readonly<Record<string, StepKind>>;
/** The kinds of a subject's steps, for one of them by its id: `request` for `request:<id>`. */
export type StepRegistry = Readonly<Record<string, (id: string) => StepKinds>>;

/** The kinds a row may have; none where nobody knows its subject. */
export function kindsOf({ subject }: StepRow, registry: StepRegistry): StepKinds {
  const at = subject.indexOf(':');
  return registry[subject.slice(0, at)]?.(subject.slice(at + 1)) ?? {};
}

/**
 * Does what is to be done: what is tried again only where it still holds, what is traced only where its mark is not left.
 * Answers whether it still holds. Throws what stood in its way.
 */
export async function perform(
  kind: StepKind | undefined,
  { data, kind: name }: Step,
  mark: Mark,
): Promise<boolean> {
  if (kind === undefined) throw new Error(`Nobody carries out ${name}.`);
  // Who has decided a moment ago need not decide again.
  if (mark.again && !(await kind.holds(data))) return false;
  const isLeft = mark.again && kind.repeats === 'traced' && (await kind.isLeft?.(data, mark));
  if (!isLeft) await kind.run(data, mark);
  return true;
}
