import fc from 'fast-check';
import { field } from '../../../../test/support/samples';
import { checkAnswers } from '../answers/answers';
import { checkForm } from './check-form';
import { checkRules } from '../item/check-rules';
import { textParam } from '../../../kernel/finding';
import { heldAnswers } from '../answers/defaults';
import { ANY_DATE, readableAnswer } from '../field-types';
import { namedOption } from '../field-types/named-option';
import { formCycle } from './form-cycle';
import type { Answers, FormCondition, FormField, FormRule, RuleEffect } from '../model';
import { blockedBy, formState, withHeld } from './visibility';

const is = (id: string, value: string): FormCondition => ({ field: id, op: 'is', value });
const rule = (name: string, when: FormCondition | undefined, ...then: readonly RuleEffect[]): FormRule => ({
  id: name,
  name,
  ...(when && { when }),
  then,
});
const on = (what: 'show' | 'hide' | 'require' | 'readOnly' | 'clear' | 'keep', id: string): RuleEffect => ({
  do: what,
  field: id,
});
const options = ['s', 'm', 'l'].map((id) => ({ id, label: { en: id } }));
const kind = field('kind');
const size = field('size', { type: 'choice', options });
const why = field('why');
const form = [kind, size, why];
const stateOf = (
  id: string,
  rules: readonly FormRule[],
  answers: Answers,
  of: readonly FormField[] = form,
) => {
  const state = formState(of, answers, rules).get(id);
  if (state === undefined) throw new Error(`no field ${id}`);
  return state;
};

describe('a rule, while its condition holds,', () => {
  it('shows what is hidden while no rule shows it, and hides what it would show', () => {
    const shows = [rule('r', is('kind', 'x'), on('show', 'why'))];
    expect(stateOf('why', shows, { kind: 'x' }).visible).toBe(true);
    expect(stateOf('why', shows, { kind: 'y' }).visible).toBe(false);
    const hides = [rule('r', is('kind', 'x'), on('hide', 'why'))];
    expect(stateOf('why', hides, { kind: 'x', why: 'old' })).toMatchObject({ visible: false, answer: null });
    expect(stateOf('why', hides, { kind: 'y', why: 'old' })).toMatchObject({ visible: true, answer: 'old' });
  });

  it('beats what the field says of itself', () => {
    const own = [kind, field('why', { visibleWhen: is('kind', 'never') })];
    expect(stateOf('why', [rule('r', undefined, on('show', 'why'))], {}, own).visible).toBe(true);
  });

  it('requires, sets, clears, and offers fewer options', () => {
    expect(stateOf('why', [rule('r', is('kind', 'x'), on('require', 'why'))], { kind: 'x' }).required).toBe(
      true,
    );
    const set = [rule('r', is('kind', 'x'), { do: 'set', field: 'why', value: 'so' })];
    expect(stateOf('why', set, { kind: 'x', why: 'mine' })).toMatchObject({ answer: 'so', readOnly: true });
    expect(stateOf('why', set, { kind: 'y', why: 'mine' })).toMatchObject({
      answer: 'mine',
      readOnly: false,
    });
    expect(
      stateOf('why', [rule('r', is('kind', 'x'), on('clear', 'why'))], { kind: 'x', why: 'a' }).answer,
    ).toBe(null);
    const offer = [rule('r', is('kind', 'x'), { do: 'offer', field: 'size', options: ['s', 'm'] })];
    const narrowed = stateOf('size', offer, { kind: 'x', size: 'l' });
    expect(narrowed.field.options?.map(({ id }) => id)).toEqual(['s', 'm']);
    expect(narrowed.answer).toBeNull();
    expect(stateOf('size', offer, { kind: 'x', size: 's' }).answer).toBe('s');
  });

  it('says the label and the help in other words', () => {
    const words: readonly RuleEffect[] = [
      { do: 'relabel', field: 'why', text: { en: 'Which one?' } },
      { do: 'help', field: 'why', text: { en: 'Its number.' } },
    ];
    const rules = [rule('r', is('why', 'x'), ...words)];
    expect(stateOf('why', rules, { why: 'x' }).field).toMatchObject({
      label: { en: 'Which one?' },
      help: { en: 'Its number.' },
    });
    expect(stateOf('why', rules, {}).field).toEqual(why);
    expect(formCycle(form, rules)).toBeNull();
  });

  it('keeps the answer of what is hidden, for other conditions too, as far as its field takes it', () => {
    const rules = [
      rule('hides', undefined, on('hide', 'size'), on('keep', 'size')),
      rule('asks', is('size', 'l'), on('show', 'why')),
    ];
    expect(stateOf('why', rules, { size: 'l' }).visible).toBe(true);
    const send = (answers: Answers) => checkAnswers(form, answers, { today: '2026-03-02', rules });
    expect(send({ size: 'l' })).toMatchObject({ answers: { size: 'l' }, problems: [] });
    expect(send({ size: 'none of these' })).toMatchObject({ answers: {}, problems: [] });
  });

  it('does not let the form be sent, and says why', () => {
    const agree = field('agree', { type: 'yesNo' });
    const read = rule('gate', { not: is('agree', 'true') }, { do: 'block', text: { en: 'Read it first.' } });
    const blocked = (answers: Answers) => blockedBy(formState([agree], answers, [read]), answers, [read]);
    expect(blocked({})).toEqual({ en: 'Read it first.' });
    expect(blocked({ agree: true })).toBeNull();
    expect(checkAnswers([agree], {}, { today: '', rules: [read] }).problems).toMatchObject([
      { code: 'blocked', at: '', params: { message: { text: { en: 'Read it first.' } } } },
    ]);
  });
});

describe('a check of one answer by another', () => {
  const cases: readonly (readonly [FormField['type'], 'is' | 'isNot' | 'gt' | 'lt', Answers, boolean])[] = [
    ['date', 'lt', { a: '2026-03-02', b: '2026-03-03' }, true],
    ['date', 'lt', { a: '2026-03-03', b: '2026-03-03' }, false],
    ['dateTime', 'gt', { a: '2026-03-02T10:00+0100', b: '2026-03-02T08:30Z' }, true],
    ['dateTime', 'is', { a: '2026-03-02T10:00+0100', b: '2026-03-02T10:00+0100' }, true],
    ['time', 'lt', { a: '09:30', b: '10:00' }, true],
    ['number', 'gt', { a: 10, b: 9 }, true],
    ['duration', 'gt', { a: 9, b: 10 }, false],
    ['email', 'isNot', { a: 'x@y.z', b: 'X@y.z' }, true],
    ['users', 'is', { a: ['u', 'v'], b: ['v', 'u'] }, true],
    ['number', 'isNot', { a: 10 }, false],
    ['number', 'lt', { b: 10 }, false],
  ];
  it.each(cases)('%s %s: %j', (type, op, answers, refused) => {
    const of = [field('a', { type }), field('b', { type })];
    const rules = [
      rule('r', { field: 'a', op, other: 'b' }, { do: 'refuse', field: 'a', text: { en: 'No.' } }),
    ];
    const { problems } = checkAnswers(of, answers, { ...ANY_DATE, rules });
    expect(problems.map(({ code, at }) => `${code} ${at}`)).toEqual(refused ? ['refused a'] : []);
    expect(checkForm(of, rules).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('says what its editor says, at the field, and only of what is asked and fits otherwise', () => {
    const day = (id: string, over = {}) => field(id, { type: 'date', ...over });
    const text = { en: 'It ends before it begins.', ru: 'Конец раньше начала.' };
    const rules = [rule('r', { field: 'to', op: 'lt', other: 'from' }, { do: 'refuse', field: 'to', text })];
    const problemsOf = (to: FormField, answers: Answers) =>
      checkAnswers([day('from'), to], answers, { ...ANY_DATE, rules }).problems;
    const wrong = { from: '2026-03-02', to: '2026-03-01' };
    expect(problemsOf(day('to'), wrong)).toMatchObject([{ code: 'refused', params: { message: { text } } }]);
    expect(problemsOf(day('to', { visibleWhen: is('from', 'x') }), wrong)).toEqual([]);
    expect(problemsOf(day('to'), { from: '2026-03-02', to: 'soon' })).toMatchObject([{ code: 'notADate' }]);
    expect(formCycle([day('from'), day('to')], rules)).toBeNull();
  });
});

describe('where rules disagree', () => {
  it('the first in the list holds', () => {
    const shows = rule('a', undefined, on('show', 'why'));
    const hides = rule('b', undefined, on('hide', 'why'));
    expect(stateOf('why', [shows, hides], {}).visible).toBe(true);
    expect(stateOf('why', [hides, shows], {}).visible).toBe(false);
    const set = (value: string) => rule(value, undefined, { do: 'set', field: 'why', value });
    expect(stateOf('why', [set('one'), set('two')], {}).answer).toBe('one');
  });

  it('what must be answered and is not is shown and can be changed, whatever hides it or fixes it', () => {
    const hides = rule('a', undefined, on('hide', 'why'), on('readOnly', 'why'), on('clear', 'why'));
    const wants = rule('b', undefined, on('require', 'why'));
    const empty = stateOf('why', [hides, wants], {});
    expect(empty).toMatchObject({ visible: true, required: true, readOnly: false });
    expect(stateOf('why', [hides, wants], { why: 'so' })).toMatchObject({ visible: false, required: false });
    const must = [kind, size, field('why', { required: true })];
    const fixed = [rule('a', undefined, on('readOnly', 'why'))];
    expect(stateOf('why', fixed, {}, must).readOnly).toBe(false);
    expect(stateOf('why', fixed, { why: 'so' }, must).readOnly).toBe(true);
  });

  it('a required field that the form hides does not stop it from being sent', () => {
    const must = [kind, field('why', { required: true })];
    const hides = [rule('a', is('kind', 'x'), on('hide', 'why'))];
    expect(checkAnswers(must, { kind: 'x' }, { today: '', rules: hides }).problems).toEqual([]);
  });
});

describe('rules are published only where they', () => {
  const codes = (rules: readonly FormRule[]) =>
    [...checkForm(form, rules), ...checkRules(rules, new Map(form.map((each) => [each.id, each])))]
      .filter(({ severity }) => severity === 'error')
      .map(({ code, at }) => `${code} ${at}`);

  it('do not show each other in a circle, which is told with their names', () => {
    const rules = [
      rule('One', is('kind', 'x'), on('show', 'why')),
      rule('Other', is('why', 'x'), { do: 'set', field: 'kind', value: 'y' }),
    ];
    expect(codes(rules)).toEqual(['ruleCycle form.kind']);
    expect(checkForm(form, rules)[0]?.params).toMatchObject({
      fields: { text: { en: 'kind → why → kind' } },
      rules: '“One”, “Other”',
    });
    expect(stateOf('why', rules, { kind: 'x', why: 'x' }).visible).toBe(false);
  });

  it('do something that their fields can take, and test what there is', () => {
    expect(codes([rule('r', undefined)])).toEqual(['ruleDoesNothing rules.r']);
    const unfit: readonly RuleEffect[] = [
      on('hide', 'gone'),
      { do: 'set', field: 'size', value: 'xl' },
      { do: 'offer', field: 'why', options: ['s'] },
      { do: 'relabel', field: 'why', text: { en: ' ' } },
      { do: 'block', text: { en: '' } },
    ];
    const no: RuleEffect = { do: 'refuse', field: 'why', text: { en: 'No.' } };
    expect(codes([rule('r', undefined, no)])).toEqual(['refusesAlways rules.r']);
    const unlike: FormCondition = { field: 'why', op: 'is', other: 'size' };
    expect(codes([rule('r', unlike, no)])).toEqual(['comparedWithUnlike rules.r.when']);
    for (const effect of unfit)
      expect([effect, codes([rule('r', undefined, effect)])]).toEqual([effect, ['unfitEffect rules.r']]);
    expect(codes([rule('r', is('gone', 'x'), on('hide', 'why'))])).toEqual(['unknownField rules.r.when']);
    expect(
      codes([rule('r', is('kind', 'x'), on('hide', 'why')), rule('r', undefined, on('hide', 'why'))]),
    ).toEqual(['duplicateRule rules.r']);
  });
});

describe('options that are not everybody’s', () => {
  const options = [
    { id: 'user', label: { en: 'User' } },
    { id: 'root', label: { en: 'Administrator' }, groups: ['admins'] },
  ];
  const role = field('role', { type: 'choice', options });
  const codes = (then: FormRule['then'], asked = role) =>
    checkRules([{ id: 'r', name: 'Give', then }], new Map([['role', asked]])).map(
      ({ code, params }) => [code, params] as const,
    );

  it('are no answer for a rule to set: the rule and the option are named', () => {
    expect(codes([{ do: 'set', field: 'role', value: 'user' }])).toEqual([]);
    expect(codes([{ do: 'set', field: 'role', value: 'root' }])).toEqual([
      ['setsOptionForGroups', { rule: 'Give', option: textParam({ en: 'Administrator' }) }],
    ]);
  });

  it('may be set for who is in one of their groups', () => {
    const set = rule('Give', is('@group', 'admins'), { do: 'set', field: 'role', value: 'root' });
    expect(checkRules([set], new Map([['role', role]]))).toEqual([]);
  });

  it('of a Jira field are known by their ids, whatever they are called by now', () => {
    const [then, now] = [namedOption('1', 'Small'), namedOption('1', 'Little')];
    const ofJira = field('role', { type: 'choice', jiraField: 'x' });
    expect(codes([{ do: 'set', field: 'role', value: then }], ofJira)).toEqual([]);
    expect(codes([{ do: 'offer', field: 'role', options: [then] }], ofJira)).toEqual([]);
    const form = [
      { ...ofJira, options: [{ id: now, label: { en: 'Little' } }] },
      field('why', { visibleWhen: { field: 'role', op: 'is', value: then } }),
    ];
    const checked = checkAnswers(form, { role: now, why: 'so' }, ANY_DATE);
    expect([checked.problems, checked.answers.why]).toEqual([[], 'so']);
    expect(checkAnswers(form, { role: then }, ANY_DATE).problems).toEqual([]);
    expect(checkAnswers(form, { role: namedOption('2', 'Little') }, ANY_DATE).problems).toHaveLength(1);
    expect(readableAnswer(ofJira, then, new Map())).toBe('Small');
  });
});

describe('what stands in a field while it is read-only', () => {
  const fixed = field('fixed', { default: { kind: 'static', value: 'own' } });
  const after = field('after', { default: { kind: 'static', value: 'then' } });
  const rules = [
    rule('a', is('kind', 'x'), on('readOnly', 'fixed')),
    rule('b', is('fixed', 'own'), on('readOnly', 'after')),
    rule('c', is('after', 'then'), on('show', 'why')),
  ];
  const of = { form: [kind, fixed, after, why], rules };
  const held = heldAnswers(of.form, { accountId: 'alice', today: '2026-03-02', about: {}, rules });
  const word = fc.constantFrom('x', 'y', 'own', 'then', '', null);

  it('is what it starts with, whatever is given, and so for all that depends on it', () => {
    fc.assert(
      fc.property(fc.record({ kind: word, fixed: word, after: word, why: word }), (given) => {
        const answers = withHeld(of, given, held);
        const state = formState(of.form, answers, rules);
        for (const [id, answer] of Object.entries(held))
          if (state.get(id)?.readOnly) expect(state.get(id)?.answer).toBe(answer);
          else expect(answers[id]).toBe(given[id as 'fixed']);
        expect(state.get('fixed')?.readOnly).toBe(given.kind === 'x');
        expect(withHeld(of, answers, held)).toEqual(answers);
      }),
    );
  });

  it('can’t depend on itself', () => {
    const itself = [rule('r', is('fixed', 'x'), on('readOnly', 'fixed'))];
    expect(formCycle([fixed], itself)).toEqual(['fixed', 'fixed']);
    expect(checkForm([fixed], itself).map(({ code }) => code)).toEqual(['ruleCycle']);
    expect(formCycle([field('fixed')], itself)).toBeNull();
  });
});
