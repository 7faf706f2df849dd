import fc from 'fast-check';
import { content, field } from '../../../../test/support/samples';
import { checkAnswers } from '../answers/answers';
import { checkForm } from './check-form';
import { conditionHolds } from './conditions';
import { FACT_NAMES, factsFor, isFact, type Known, testedFacts, withoutFacts } from './facts';
import { itemRefs } from '../item-refs';
import type { FormCondition, FormField, FormRule } from '../model';
import { formState } from './visibility';

const is = (name: string, value: string): FormCondition => ({ field: name, op: 'is', value });
const inBerlin = is('@place', 'Berlin');

describe('a condition on what is known of the requester', () => {
  const cases: readonly (readonly [FormCondition, Known, boolean])[] = [
    [inBerlin, { '@place': 'Berlin' }, true],
    [inBerlin, { '@place': ' berlin ' }, true],
    [inBerlin, { '@place': 'Paris' }, false],
    [{ field: '@place', op: 'isNot', value: 'Berlin' }, { '@place': 'Paris' }, true],
    [is('@group', 'g1'), { '@group': ['staff', 'g1'] }, true],
    [{ field: '@group', op: 'isNot', value: 'g1' }, { '@group': [] }, true],
    [is('@hasManager', 'false'), { '@hasManager': false }, true],
    [is('@forOther', 'true'), { '@forOther': true }, true],
    [{ field: '@team', op: 'filled' }, { '@team': 'Core' }, true],
    [{ field: '@team', op: 'empty' }, { '@team': '' }, true],
    [
      { all: [inBerlin, { any: [is('@group', 'g1'), is('@team', 'Core')] }] },
      { '@place': 'Berlin', '@team': 'core' },
      true,
    ],
  ];
  it.each(cases)('%j, of %j', (condition, known, holds) => {
    const rules: readonly FormRule[] = [{ id: 'r', name: 'r', when: condition, then: [] }];
    expect(conditionHolds(condition, factsFor(content({ rules }), known))).toBe(holds);
  });

  it('does not hold while nobody tells, however it is negated', () => {
    for (const name of FACT_NAMES)
      for (const condition of [
        is(name, 'x'),
        { not: is(name, 'x') },
        { field: name, op: 'isNot', value: 'x' } as const,
      ])
        expect([condition, conditionHolds(condition, {})]).toEqual([condition, false]);
    expect(conditionHolds({ not: inBerlin }, { '@place': null })).toBe(false);
  });
});

it('a mapping is told of a person only the words that it has a value for', () => {
  const { fulfilment } = content();
  const source = { kind: 'fact', fact: '@place', values: { Berlin: '1' } } as const;
  const mapped = content({ fulfilment: { ...fulfilment, mappings: [{ jiraField: 'priority', source }] } });
  expect(factsFor(mapped, { '@place': 'berlin', '@team': 'Core' })).toEqual({ '@place': 'Berlin' });
  expect(JSON.stringify(factsFor(mapped, { '@place': 'Paris' }))).not.toContain('Paris');
});

it('of a person a form is told only what its conditions name', () => {
  const rules: readonly FormRule[] = [
    { id: 'r', name: 'r', when: { any: [inBerlin, is('@group', 'g1')] }, then: [] },
  ];
  const known = { '@place': 'Paris', '@group': ['board', 'g1'], '@costCentre': '4711', '@forOther': true };
  const told = factsFor(content({ rules }), known);
  expect(Object.keys(told)).toEqual(['@place', '@group']);
  expect(JSON.stringify(told)).not.toMatch(/Paris|board|4711/);
});

it('what a fact shows is judged with the answers, and goes with them', () => {
  const form = [field('desk', { visibleWhen: inBerlin, required: true })];
  const rules = { today: '' };
  const hidden = checkAnswers(form, { desk: '7' }, rules);
  expect([hidden.answers, hidden.problems]).toEqual([{}, []]);
  expect(checkAnswers(form, { '@place': 'Berlin' }, rules).problems).toMatchObject([{ code: 'required' }]);
  const { answers } = checkAnswers(form, { desk: '7', '@place': 'Berlin' }, rules);
  expect(answers).toEqual({ desk: '7', '@place': 'Berlin' });
  expect(withoutFacts(answers)).toEqual({ desk: '7' });
});

it('judging a form again by what was sent comes to the same', () => {
  const form: readonly FormField[] = [
    field('a', { visibleWhen: inBerlin }),
    field('b', { visibleWhen: { any: [is('@group', 'g1'), is('a', 'x')] } }),
    field('c', { requiredWhen: { not: is('@hasManager', 'true') } }),
  ];
  const answers = fc.record(
    {
      a: fc.constantFrom('x', 'y'),
      b: fc.constant('z'),
      '@place': fc.constantFrom('Berlin', null),
      '@group': fc.subarray(['g1']),
      '@hasManager': fc.boolean(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(answers, (given) => {
      const sent = checkAnswers(form, given, { today: '' }).answers;
      expect(checkAnswers(form, sent, { today: '' }).answers).toEqual(sent);
      for (const [id, { answer }] of formState(form, sent)) expect(sent[id] ?? null).toEqual(answer);
    }),
  );
});

describe('an item is published only where', () => {
  it('the question that says for whom it is does not depend on who that is', () => {
    const who = field('who', { type: 'user', required: true, visibleWhen: inBerlin });
    const onBehalf = { field: 'who', access: 'restricted' } as const;
    const codes = checkForm([who], [], onBehalf).filter(({ severity }) => severity === 'error');
    expect(codes.map(({ code }) => code)).toEqual(['visibilityCycle']);
    expect(checkForm([who]).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('a fact is compared with something', () => {
    const form = [field('a', { visibleWhen: is('@place', ' ') })];
    expect(checkForm(form).map(({ code }) => code)).toEqual(['factComparedWithNothing']);
  });
});

it('names no question, and a group that a condition names is a reference', () => {
  expect(FACT_NAMES.every(isFact)).toBe(true);
  const item = content({
    form: [field('a', { requiredWhen: { not: is('@group', 'old') } })],
    bundle: [{ itemId: 'phone', when: is('@group', 'old') }],
  });
  const moved = itemRefs(item, ({ kind, id }) =>
    kind === 'group' && id === 'old' ? { id: 'new' } : undefined,
  );
  expect([...testedFacts(moved)]).toEqual([['@group', new Set(['new'])]]);
  expect(moved.bundle).toEqual([{ itemId: 'phone', when: is('@group', 'new') }]);
});
