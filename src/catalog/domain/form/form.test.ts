import fc from 'fast-check';
import { field } from '../../../../test/support/samples';
import { conditionHolds, fieldsOfCondition, isEmptyAnswer } from './conditions';
import { partsWanted, startOf } from '../answers/defaults';
import type { Answers, FormCondition, FormField, FormRule } from '../model';
import { formCycle } from './form-cycle';
import { formState } from './visibility';

describe('a condition', () => {
  const cases: readonly (readonly [FormCondition, Answers, boolean])[] = [
    [{ field: 'a', op: 'is', value: 'x' }, { a: 'x' }, true],
    [{ field: 'a', op: 'is', value: 'true' }, { a: true }, true],
    [{ field: 'a', op: 'is', value: 'x' }, { a: ['y', 'x'] }, true],
    [{ field: 'a', op: 'is', value: '' }, {}, false],
    [{ field: 'a', op: 'isNot', value: 'x' }, {}, true],
    [{ field: 'a', op: 'contains', value: 'BROKEN' }, { a: 'It is broken' }, true],
    [{ field: 'a', op: 'contains', value: 'x' }, { a: 5 }, false],
    [{ field: 'a', op: 'filled' }, { a: false }, true],
    [{ field: 'a', op: 'filled' }, { a: '  ' }, false],
    [{ field: 'a', op: 'empty' }, { a: [] }, true],
    [{ field: 'a', op: 'gt', value: 3 }, { a: 4 }, true],
    [{ field: 'a', op: 'lt', value: 3 }, { a: '2' }, true],
    [{ field: 'a', op: 'lt', value: 3 }, {}, false],
    [{ field: 'a', op: 'gt', value: 3 }, { a: '' }, false],
  ];
  it.each(cases)('%j with %j is %s', (condition, answers, expected) => {
    expect(conditionHolds(condition, answers)).toBe(expected);
  });

  it('joins its parts', () => {
    const a: FormCondition = { field: 'a', op: 'filled' };
    const b: FormCondition = { field: 'b', op: 'filled' };
    expect(conditionHolds({ all: [a, b] }, { a: 1 })).toBe(false);
    expect(conditionHolds({ any: [a, b] }, { a: 1 })).toBe(true);
    expect(fieldsOfCondition({ all: [a, { any: [a, b] }] })).toEqual(['a', 'b']);
  });

  it('takes nought and no for answers', () => {
    expect([0, false, '', null, undefined, []].map(isEmptyAnswer)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
  });
});

describe('what a form shows', () => {
  const model = field('model', { type: 'choice', required: true });
  const other = field('other', { required: true, visibleWhen: { field: 'model', op: 'is', value: 'other' } });
  const why = field('why', {
    visibleWhen: { field: 'other', op: 'filled' },
    requiredWhen: { field: 'other', op: 'filled' },
  });

  it('hides with a field what that field showed, though its old answer is still there', () => {
    const state = formState([model, other, why], { model: 'light', other: 'left over' });
    expect(state.get('other')).toMatchObject({ visible: false, required: false });
    expect(state.get('why')).toMatchObject({ visible: false, required: false });
  });

  it('requires what is required while shown, whatever the order of the fields', () => {
    const state = formState([why, other, model], { model: 'other', other: 'a tablet' });
    expect(state.get('other')).toMatchObject({ visible: true, required: true });
    expect(state.get('why')).toMatchObject({ visible: true, required: true });
  });

  it('never requires an explanation', () => {
    expect(formState([field('note', { type: 'info', required: true })], {}).get('note')?.required).toBe(
      false,
    );
  });

  it('does not depend on the order of the fields', () => {
    const answers = fc.record({ model: fc.constantFrom('light', 'other'), other: fc.constantFrom('', 'x') });
    const orders = fc.shuffledSubarray([model, other, why], { minLength: 3 });
    fc.assert(
      fc.property(orders, answers, (form, given) => {
        const states = (fields: typeof form) => Object.fromEntries(formState(fields, given));
        expect(states(form)).toEqual(states([model, other, why]));
      }),
    );
  });

  it('hides with a section all that stands in it, up to the next', () => {
    const abroad = field('abroad', { type: 'yesNo' });
    const section = (id: string, over = {}) => field(id, { type: 'section', ...over });
    const visa = section('visa', { visibleWhen: { field: 'abroad', op: 'is', value: 'true' } });
    const form = [abroad, visa, field('passport', { required: true }), section('rest'), field('note')];
    const shown = (given: Answers) =>
      [...formState(form, given)].filter(([, { visible }]) => visible).map(([id]) => id);
    expect(shown({ abroad: true })).toEqual(['abroad', 'visa', 'passport', 'rest', 'note']);
    expect(shown({ abroad: false, passport: 'left over' })).toEqual(['abroad', 'rest', 'note']);
    expect(formState(form, {}).get('passport')?.required).toBe(false);
    const circle = [section('s', { visibleWhen: { field: 'in', op: 'filled' } }), field('in')];
    expect(formCycle(circle)).toEqual(['s', 'in', 's']);
  });

  it('never shows what is hidden, and sends it where it would be shown', () => {
    const from = field('from', { type: 'hidden', required: true, visibleWhen: { field: 'a', op: 'filled' } });
    const of = (given: Answers) => formState([field('a'), from], given).get('from');
    expect(of({ a: 'x', from: 'link' })).toMatchObject({ visible: false, required: false, answer: 'link' });
    expect(of({ from: 'link' })).toMatchObject({ visible: false, answer: null });
  });

  it('finds fields that show each other in a circle', () => {
    const a = field('a', { visibleWhen: { field: 'b', op: 'filled' } });
    const b = field('b', { visibleWhen: { field: 'c', op: 'filled' } });
    const c = field('c', { visibleWhen: { field: 'b', op: 'filled' } });
    expect(formCycle([a, b, c])).toEqual(['b', 'c', 'b']);
    expect(formCycle([a, b, field('c')])).toBeNull();
    expect(formState([a, b, c], { a: 'x', b: 'x', c: 'x' }).get('a')?.visible).toBe(false);
  });
});

describe('a fresh form', () => {
  const asking = { accountId: 'alice', today: '2026-03-02', about: {} };
  const options = [
    { id: 'b', label: { en: 'Berlin', ru: 'Берлин' } },
    { id: 'p', label: { en: 'Paris' } },
  ];

  it('begins with its defaults', () => {
    const form = [
      field('a', { default: { kind: 'static', value: ['x'] } }),
      field('b', { type: 'user', default: { kind: 'requester' } }),
      field('c', { type: 'date', default: { kind: 'today' } }),
      field('d'),
      field('e', { type: 'date', default: { kind: 'today', days: 30 } }),
      field('f', { type: 'date', default: { kind: 'today', days: 3, working: true } }),
    ];
    const { answers, sources } = startOf(form, { ...asking, workingDate: (days) => `+${days}` });
    expect(answers).toEqual({
      a: ['x'],
      b: 'alice',
      c: '2026-03-02',
      e: '2026-04-01',
      f: '+3',
    });
    expect([...sources]).toEqual([]);
  });

  it('knows its requester, an option by its name, and what was answered last, as far as questions take it', () => {
    const about = { name: 'Alice', place: 'БЕРЛИН', email: 'none', manager: 'maria' };
    const form = [
      field('name', { default: { kind: 'requester', what: 'name' } }),
      field('where', { type: 'choice', options, default: { kind: 'requester', what: 'place' } }),
      field('mail', { type: 'email', default: { kind: 'requester', what: 'email' } }),
      field('boss', { type: 'user', default: { kind: 'requester', what: 'manager' } }),
      field('team', { default: { kind: 'requester', what: 'team' } }),
      field('last', { type: 'choice', options, default: { kind: 'previous' } }),
      field('gone', { type: 'choice', options, default: { kind: 'previous' } }),
    ];
    const { answers, sources } = startOf(form, { ...asking, about, previous: { last: 'p', gone: 'x' } });
    expect(answers).toEqual({ name: 'Alice', where: 'b', boss: 'maria', last: 'p' });
    expect(Object.fromEntries(sources)).toEqual({
      name: 'profile',
      where: 'profile',
      boss: 'profile',
      last: 'previous',
    });
    expect([...partsWanted(form)]).toEqual(['name', 'place', 'email', 'manager', 'team']);
  });

  const said: readonly (readonly [Partial<FormField>, string, Answers[string]])[] = [
    [{}, 'Hello', 'Hello'],
    [{ maxLength: 3 }, 'Hello', null],
    [{ type: 'number' }, '2.5', 2.5],
    [{ type: 'number', max: 2 }, '2.5', null],
    [{ type: 'number' }, 'two', null],
    [{ type: 'number' }, '0x10', null],
    [{ type: 'number' }, '1e3', null],
    [{ type: 'number' }, '1,000', null],
    [{ type: 'rating' }, '4', 4],
    [{ type: 'yesNo' }, 'да', true],
    [{ type: 'yesNo' }, 'maybe', null],
    [{ type: 'choice', options }, 'p', 'p'],
    [{ type: 'choice', options }, 'берлин', 'b'],
    [{ type: 'choice', options }, 'Rome', null],
    [{ type: 'multiChoice', options }, 'Berlin, p', ['b', 'p']],
    [{ type: 'users' }, 'alice,boris', ['alice', 'boris']],
    [{ type: 'date' }, '2026-12-31', '2026-12-31'],
    [{ type: 'date' }, 'soon', null],
    [{ type: 'hidden' }, 'newsletter', 'newsletter'],
    [{ type: 'secret' }, 'hunter2', null],
    [{ type: 'computed', formula: '1' }, '7', null],
    [{ type: 'info' }, 'x', null],
  ];
  it.each(said)('takes from its address what its question takes: %j, %s', (over, text, expected) => {
    const form = [field('f', { default: { kind: 'static', value: 'own' }, ...over })];
    const { answers, sources } = startOf(form, { ...asking, said: () => text });
    expect(answers['f']).toEqual(expected ?? 'own');
    expect(sources.get('f')).toBe(expected === null ? undefined : 'address');
  });

  it('takes nothing from its address for what a rule makes read-only', () => {
    const rules: readonly FormRule[] = [{ id: 'r', name: 'r', then: [{ do: 'readOnly', field: 'f' }] }];
    expect(startOf([field('f')], { ...asking, rules, said: () => 'x' }).answers).toEqual({});
  });
});
