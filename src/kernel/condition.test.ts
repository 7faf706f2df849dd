import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import {
  compile,
  type Condition,
  conditionSchema,
  judge,
  leavesOf,
  type Truth,
  truthOf,
  unmetOf,
} from './condition';
import { mapLeaves } from './map-leaves';

/** A test of one fact by its name: whether it is true. */
interface Fact {
  readonly is: string;
}
type Facts = Readonly<Record<string, boolean>>;
const is = (name: string): Fact => ({ is: name });

const holds = (condition: Condition<Fact>, facts: Facts): boolean =>
  judge(condition, (fact) => truthOf(facts[fact.is] === true)) === 'yes';

const names = ['a', 'b', 'c', 'd'];
const condition: fc.Arbitrary<Condition<Fact>> = fc.letrec<{ tree: Condition<Fact> }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...names).map(is),
    fc.array(tie('tree'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { maxLength: 3 }).map((any) => ({ any })),
    tie('tree').map((not) => ({ not })),
  ),
})).tree;
const facts: fc.Arbitrary<Facts> = fc.record(Object.fromEntries(names.map((name) => [name, fc.boolean()])));

describe('a condition', () => {
  it('of all parts holds without any, of any part does not', () => {
    expect(holds({ all: [] }, {})).toBe(true);
    expect(holds({ any: [] }, {})).toBe(false);
  });

  it('compiled says what it says interpreted', () => {
    fc.assert(
      fc.property(condition, facts, (tree, known) => {
        const compiled = compile<Fact, Facts>(tree, (fact) => (given) => given[fact.is] === true);
        expect(compiled(known)).toBe(holds(tree, known));
      }),
    );
  });

  it('with facts that nobody knows is sure only of what every value of them would give', () => {
    fc.assert(
      fc.property(condition, facts, fc.subarray(names), (tree, known, hidden) => {
        const told = judge(tree, (fact): Truth =>
          hidden.includes(fact.is) ? 'unknown' : truthOf(known[fact.is] === true),
        );
        if (told !== 'unknown') expect(holds(tree, known)).toBe(told === 'yes');
      }),
    );
  });

  it('is the same after its leaves were given other names and back', () => {
    fc.assert(
      fc.property(condition, (tree) => {
        const shouted = mapLeaves<Fact, Fact>(tree, (fact) => is(fact.is.toUpperCase()));
        expect(leavesOf(shouted).map((fact) => fact.is)).toEqual(
          leavesOf(tree).map((fact) => fact.is.toUpperCase()),
        );
        expect(mapLeaves<Fact, Fact>(shouted, (fact) => is(fact.is.toLowerCase()))).toEqual(tree);
      }),
    );
  });

  it('says what does not hold: each failing part, all alternatives, a denial as a whole', () => {
    const tree: Condition<Fact> = { all: [is('a'), { any: [is('b'), is('c')] }, { not: is('d') }] };
    const unmet = unmetOf<Fact, unknown>(
      tree,
      (part) => holds(part, { d: true }),
      (part) => part,
    );
    expect(unmet).toEqual([is('a'), { anyOf: [[is('b')], [is('c')]] }, { not: is('d') }]);
    expect(unmetOf<Fact, unknown>(tree, (part) => holds(part, { a: true, b: true }), String)).toEqual([]);
  });
});

describe('the schema of conditions', () => {
  const schema = conditionSchema<Fact>(v.strictObject({ is: v.string() }), {
    depth: 2,
    fewestParts: 1,
    mostParts: 2,
    message: 'no condition',
  });

  it.each<[string, unknown, boolean]>([
    ['a single test', is('a'), true],
    ['combinations as deep as allowed', { all: [{ not: is('a') }, is('b')] }, true],
    ['deeper ones', { all: [{ any: [{ not: is('a') }] }] }, false],
    ['too few parts', { any: [] }, false],
    ['too many parts', { any: [is('a'), is('b'), is('c')] }, false],
    ['a test it does not know', { was: 'a' }, false],
  ])('decides on %s', (_name, given, fits) => {
    expect(v.is(schema, given)).toBe(fits);
  });
});
