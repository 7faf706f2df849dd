/**
 * Conditions of every subject: one tree of `all`, `any` and `not`, whose leaves are the subject's own tests of one fact. What
 * a fact is, and by which operators it may be tested, is the subject's profile.
 */
import * as v from 'valibot';

interface All<Leaf> {
  readonly all: readonly Condition<Leaf>[];
}
interface Any<Leaf> {
  readonly any: readonly Condition<Leaf>[];
}
interface Not<Leaf> {
  readonly not: Condition<Leaf>;
}
export type Condition<Leaf> = All<Leaf> | Any<Leaf> | Not<Leaf> | Leaf;

/** What can be said of a condition while some facts can't be read. */
export type Truth = 'yes' | 'no' | 'unknown';

export const isAll = <Leaf>(condition: Condition<Leaf>): condition is All<Leaf> =>
  typeof condition === 'object' && condition !== null && 'all' in condition;
export const isAny = <Leaf>(condition: Condition<Leaf>): condition is Any<Leaf> =>
  typeof condition === 'object' && condition !== null && 'any' in condition;
export const isNot = <Leaf>(condition: Condition<Leaf>): condition is Not<Leaf> =>
  typeof condition === 'object' && condition !== null && 'not' in condition;

export const isLeaf = <Leaf>(condition: Condition<Leaf>): condition is Leaf =>
  !isAll(condition) && !isAny(condition) && !isNot(condition);

/** Every test of a condition, in reading order; none of no condition. */
export function leavesOf<Leaf>(condition: Condition<Leaf> | undefined): readonly Leaf[] {
  if (condition === undefined) return [];
  if (isAll(condition)) return condition.all.flatMap(leavesOf<Leaf>);
  if (isAny(condition)) return condition.any.flatMap(leavesOf<Leaf>);
  return isNot(condition) ? leavesOf(condition.not) : [condition];
}

/**
 * Three-valued: `no` only when the condition can't hold whatever the unknown facts say, `yes` only when it must. `all` of
 * nothing holds, `any` of nothing does not. What *unknown* means is the asker's: it denies, doubts or hides.
 */
export function judge<Leaf>(condition: Condition<Leaf>, test: (leaf: Leaf) => Truth): Truth {
  if (isAll(condition)) return strongest(condition.all, test, 'no', 'yes');
  if (isAny(condition)) return strongest(condition.any, test, 'yes', 'no');
  return isNot(condition) ? opposite(judge(condition.not, test)) : test(condition);
}

/** The deciding answer as soon as one part gives it; else unknown if any part is; else what nothing decides against. */
function strongest<Leaf>(
  parts: readonly Condition<Leaf>[],
  test: (leaf: Leaf) => Truth,
  deciding: Truth,
  otherwise: Truth,
): Truth {
  let answer = otherwise;
  for (const part of parts) {
    const truth = judge(part, test);
    if (truth === deciding) return deciding;
    if (truth === 'unknown') answer = 'unknown';
  }
  return answer;
}

const opposite = (truth: Truth): Truth => (truth === 'unknown' ? truth : truthOf(truth === 'no'));

export const truthOf = (holds: boolean): Truth => (holds ? 'yes' : 'no');

/** A condition as a function of facts, for what asks often: each leaf is compiled once. Two-valued. */
export function compile<Leaf, Facts>(
  condition: Condition<Leaf>,
  compileLeaf: (leaf: Leaf) => (facts: Facts) => boolean,
): (facts: Facts) => boolean {
  const each = (part: Condition<Leaf>) => compile(part, compileLeaf);
  if (isAll(condition)) return every(condition.all.map(each));
  if (isAny(condition)) return some(condition.any.map(each));
  if (!isNot(condition)) return compileLeaf(condition);
  const test = each(condition.not);
  return (facts) => !test(facts);
}

type Test<Facts> = (facts: Facts) => boolean;

const every = <Facts>(tests: readonly Test<Facts>[]): Test<Facts> => {
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (facts) => {
    for (let i = 0; i < tests.length; i++) if (!tests[i]!(facts)) return false;
    return true;
  };
};

const some =
  <Facts>(tests: readonly Test<Facts>[]): Test<Facts> =>
  (facts) => {
    for (let i = 0; i < tests.length; i++) if (tests[i]!(facts)) return true;
    return false;
  };

/** A part of a condition that does not hold, or alternatives none of which holds. */
export type Unmet<Reason> = Reason | { readonly anyOf: readonly (readonly Unmet<Reason>[])[] };

/**
 * What of a condition does not hold: every failing part of an `all`, every alternative of an `any`, a `not` as a whole. Empty
 * when the condition holds.
 */
export function unmetOf<Leaf, Reason>(
  condition: Condition<Leaf>,
  holds: (condition: Condition<Leaf>) => boolean,
  reasonOf: (part: Leaf | Not<Leaf>) => Reason,
): readonly Unmet<Reason>[] {
  if (holds(condition)) return [];
  const each = (part: Condition<Leaf>) => unmetOf(part, holds, reasonOf);
  if (isAll(condition)) return condition.all.flatMap(each);
  if (isAny(condition)) return [{ anyOf: condition.any.map(each) }];
  return [reasonOf(condition)];
}

interface Limits {
  /** How many combinations deep; 0 is a single test. */
  readonly depth: number;
  readonly fewestParts: number;
  readonly mostParts: number;
  /** What is wrong with a value that is no condition. */
  readonly message: string;
}

/** The schema of a subject's conditions: as deep as its people can read, never so deep that walking it exhausts the stack. */
export function conditionSchema<Leaf>(
  leaf: v.GenericSchema<unknown, Leaf>,
  { depth, fewestParts, mostParts, message }: Limits,
): v.GenericSchema<unknown, Condition<Leaf>> {
  const schemas: v.GenericSchema<unknown, Condition<Leaf>>[] = [leaf];
  const schemaOf = (level: number): v.GenericSchema<unknown, Condition<Leaf>> =>
    (schemas[level] ??= combined(v.lazy(() => schemaOf(level - 1))));
  const combined = (part: v.GenericSchema<unknown, Condition<Leaf>>) => {
    const parts = v.pipe(v.array(part), v.minLength(fewestParts), v.maxLength(mostParts));
    return v.union(
      [v.object({ all: parts }), v.object({ any: parts }), v.object({ not: part }), leaf],
      message,
    );
  };
  return schemaOf(depth);
}
