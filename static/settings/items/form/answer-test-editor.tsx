import Textfield from '@atlaskit/textfield';
import { isMeasure, rulesOf } from '../../../../src/catalog/domain/field-types';
import type { AnswerTest, FormField } from '../../../../src/catalog/domain/model';
import { localized, t } from '../../../shared/i18n';
import { AmountField } from '../../../kit/controls/amount-field';
import { Choice } from '../../../kit/controls/choice';
import { Pick } from '../../../kit/controls/pick';
import { measureOf } from '../../../shared/measures';

interface Props {
  readonly test: AnswerTest;
  /** The questions that may be asked about. */
  readonly fields: readonly FormField[];
  readonly readOnly: boolean;
  readonly onChange: (test: AnswerTest) => void;
}

type Op = AnswerTest['op'];

/** The words of an operator are those of conditions over Jira's fields. */
const WORDS = {
  is: 'in',
  isNot: 'notIn',
  contains: 'contains',
  filled: 'set',
  empty: 'empty',
  gt: 'gt',
  lt: 'lt',
} as const;

/** One test: a question, how its answer compares, and with what. */
export function AnswerTestEditor({ test, fields, readOnly, onChange }: Props) {
  const source = fields.find(({ id }) => id === test.field);
  const offered = source === undefined ? [] : rulesOf(source).operators;
  // What an import brought is kept and named, even where the editor would not offer it.
  const ops = offered.includes(test.op) ? offered : [test.op, ...offered];
  return (
    <>
      <Pick
        label={t('settings.form.visibleField')}
        value={test.field}
        readOnly={readOnly}
        options={fields.map(({ id, label }) => ({ value: id, label: localized(label) }))}
        onChange={(id) => {
          const field = fields.find((each) => each.id === id);
          if (field !== undefined) onChange(testOf(field));
        }}
      />
      <Choice<Op>
        label={t('settings.condition.op')}
        value={test.op}
        readOnly={readOnly}
        options={ops.map((op) => ({ value: op, label: t(`settings.op.${WORDS[op]}`) }))}
        onChange={(op) => onChange(withOp(test, op, source))}
      />
      {'value' in test && <Value test={test} source={source} readOnly={readOnly} onChange={onChange} />}
    </>
  );
}

type WithValue = Extract<AnswerTest, { readonly value: unknown }>;
type Comparison = Extract<AnswerTest, { readonly value: number }>;

const isComparison = (test: WithValue): test is Comparison => test.op === 'gt' || test.op === 'lt';

interface ValueProps {
  readonly test: WithValue;
  readonly source: FormField | undefined;
  readonly readOnly: boolean;
  readonly onChange: (test: AnswerTest) => void;
}

function Value({ test, source, readOnly, onChange }: ValueProps) {
  const label = t('settings.form.visibleValue');
  if (isComparison(test) || (source !== undefined && isMeasure(source.type)))
    return (
      <AmountField
        label={label}
        value={Number(test.value)}
        min={Number.NEGATIVE_INFINITY}
        width={120}
        {...(source && { measure: measureOf(source.type) })}
        readOnly={readOnly}
        onChange={(value) =>
          onChange(isComparison(test) ? { ...test, value } : { ...test, value: String(value) })
        }
      />
    );
  const values = source === undefined ? [] : valuesOf(source);
  if (values.length > 0)
    return (
      <Pick
        label={label}
        value={test.value}
        readOnly={readOnly}
        options={values}
        onChange={(value) => onChange({ ...test, value })}
      />
    );
  return (
    <Textfield
      isCompact
      width={160}
      aria-label={label}
      value={test.value}
      isReadOnly={readOnly}
      onChange={(event) => onChange({ ...test, value: event.currentTarget.value })}
    />
  );
}

/** A first test of a question's answer, which holds for some: a text that nobody has typed yet is compared with nothing. */
export function testOf(field: FormField): AnswerTest {
  const [first = 'filled'] = rulesOf(field).operators;
  const test = withOp({ field: field.id, op: 'filled' }, first, field);
  return 'value' in test && test.value === '' ? { field: field.id, op: 'filled' } : test;
}

function withOp(test: AnswerTest, op: Op, source: FormField | undefined): AnswerTest {
  const { field } = test;
  if (op === 'filled' || op === 'empty') return { field, op };
  const value = 'value' in test ? test.value : undefined;
  if (op === 'gt' || op === 'lt') return { field, op, value: typeof value === 'number' ? value : 0 };
  const first = source && (valuesOf(source)[0]?.value ?? (isMeasure(source.type) ? '0' : ''));
  return { field, op, value: typeof value === 'string' ? value : (first ?? '') };
}

function valuesOf({
  type,
  options = [],
}: FormField): readonly { readonly value: string; readonly label: string }[] {
  if (type !== 'yesNo') return options.map(({ id, label }) => ({ value: id, label: localized(label) }));
  return ['true', 'false'].map((value) => ({
    value,
    label: t(`settings.form.${value === 'true' ? 'yes' : 'no'}`),
  }));
}
