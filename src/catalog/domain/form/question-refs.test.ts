import fc from 'fast-check';
import { AROUND, content, field } from '../../../../test/support/samples';
import { checkItem } from '../item/check-item';
import type { FormCondition, FormField, FormRule, ItemContent, RuleEffect } from '../model';
import { questionRefs, withNewQuestions } from './question-refs';

const IDS = ['old-a', 'old-b', 'old-c', 'old-d', 'old-e'];
const id = fc.constantFrom(...IDS);
const options = ['now', 'later'].map((option) => ({ id: option, label: { en: option } }));
const test: fc.Arbitrary<FormCondition> = fc.oneof(
  fc.record({ field: id, op: fc.constant('is' as const), value: fc.constant('now') }),
  fc.record({ field: id, op: fc.constant('filled' as const) }),
  fc.record({ field: id, op: fc.constant('isNot' as const), other: id }),
  fc.constant({ field: '@place', op: 'is', value: 'Berlin' } as const),
);
const { condition } = fc.letrec<{ condition: FormCondition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    test,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const effect: fc.Arbitrary<RuleEffect> = fc.oneof(
  fc.record({ do: fc.constantFrom('show' as const, 'require' as const, 'clear' as const), field: id }),
  fc.record({ do: fc.constant('set' as const), field: id, value: fc.constant('now') }),
  fc.record({ do: fc.constant('offer' as const), field: id, options: fc.constant(['now']) }),
  fc.constant({ do: 'block', text: { en: 'Not today' } } as const),
);
const rule: fc.Arbitrary<FormRule> = fc.record(
  {
    id: fc.uuid(),
    name: fc.constant('A rule'),
    when: condition,
    then: fc.array(effect, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['id', 'name', 'then'] },
);
const source = fc.oneof(
  fc.record({ kind: fc.constant('answer' as const), field: id }),
  fc.record({ kind: fc.constant('template' as const), template: id.map((each) => `By {{ field.${each} }}`) }),
  fc.record({
    kind: fc.constant('matrix' as const),
    rows: id,
    columns: id,
    values: fc.constant({ 'now:later': '1' }),
  }),
);
const items: fc.Arbitrary<ItemContent> = fc
  .record({
    fields: fc.tuple(
      ...IDS.map(() => fc.record({ shown: maybe(condition), wanted: maybe(condition), of: maybe(id) })),
    ),
    rules: fc.array(rule, { maxLength: 4 }),
    sources: fc.array(source, { maxLength: 3 }),
    behalf: maybe(id),
    many: maybe(id),
    approver: maybe(id),
    shared: maybe(id),
    when: maybe(condition),
    summary: id,
  })
  .map(({ fields, rules, sources, behalf, many, approver, shared, when, summary }) =>
    content({
      form: fields.map(({ shown, wanted, of }, at): FormField =>
        field(IDS[at] ?? '', {
          type: 'choice',
          label: { en: 'A question' },
          options,
          default: { kind: 'static', value: 'now' },
          ...(of && { type: 'computed', formula: `{{ field.${of} }} + 1` }),
          ...(shown && { visibleWhen: shown }),
          ...(wanted && { requiredWhen: wanted }),
        }),
      ),
      rules,
      ...(many && { quantity: { field: many } }),
      ...(when && { bundle: [{ itemId: 'phone', when }] }),
      ...(shared && { joining: { shows: shared } }),
      ...(behalf && { onBehalf: { field: behalf, access: 'delegated' } }),
      fulfilment: {
        ...content().fulfilment,
        summary: `{{item}}: {{field.${summary}}}`,
        mappings: sources.map((each) => ({ jiraField: 'priority', source: each, valueMap: { now: '1' } })),
      },
      approvals: [
        {
          approvers: ['maria'],
          rule: 'any',
          ...(approver && { approverField: approver }),
          ...(when && { when }),
        },
      ],
    }),
  );

const copyOf = (item: ItemContent): ItemContent => {
  let count = 0;
  return withNewQuestions(item, () => `new-${'abcde'[count++] ?? ''}`);
};

it('a copy refers to its own questions alone, and is the same item otherwise', () => {
  fc.assert(
    fc.property(items, (item) => {
      const copy = copyOf(item);
      expect(JSON.stringify(copy)).not.toContain('old-');
      const own = new Set(copy.form.map((each) => each.id));
      const back = questionRefs(copy, (ref) => {
        expect(own).toContain(ref.id);
        return { id: ref.id.replace('new-', 'old-') };
      });
      const tidy = (each: ItemContent) => JSON.stringify(each).replace(/\{\{\s*(.*?)\s*\}\}/g, '{{$1}}');
      expect(JSON.parse(tidy(back))).toEqual(JSON.parse(tidy(item)));
    }),
  );
});

it('a copy is published where its original is: it has the same problems, at its own questions', () => {
  fc.assert(
    fc.property(items, (item) => {
      const renamed = JSON.stringify(checkItem(item, AROUND)).replaceAll('old-', 'new-');
      expect(JSON.stringify(checkItem(copyOf(item), AROUND))).toBe(renamed);
    }),
  );
});

it('a question of a field set stays the set’s', () => {
  const item = content({ form: [field('old-a', { set: 'desk' }), field('old-b')] });
  expect(copyOf(item).form.map((each) => each.id)).toEqual(['old-a', 'new-a']);
});

it('what points to no question is left as it is: it is a problem of the copy as of the original', () => {
  const item = content({ form: [field('why', { visibleWhen: { field: 'gone', op: 'filled' } })] });
  const copy = withNewQuestions(item, () => 'new');
  expect(copy.form[0]).toMatchObject({ id: 'new', visibleWhen: { field: 'gone' } });
});
