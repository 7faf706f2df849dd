import Textfield from '@atlaskit/textfield';
import { useId } from 'react';
import type { AnswerTest } from '../../../../src/catalog/domain/model';
import { t } from '../../../shared/i18n';
import { AmountField } from '../../../kit/controls/amount-field';
import { Choice } from '../../../kit/controls/choice';
import { Pick } from '../../../kit/controls/pick';
import { ZoneSelect } from '../../../kit/controls/zone-select';
import { measureOf } from '../../../shared/measures';
import { GroupValue } from './group-value';
import type { Tested } from './tested';

interface Props {
  readonly test: AnswerTest;
  /** What may be tested. */
  readonly facts: readonly Tested[];
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

/** One test: a question or a fact, how it compares, and with what. */
export function AnswerTestEditor({ test, facts, readOnly, onChange }: Props) {
  const source = facts.find(({ id }) => id === test.field);
  const offered = source?.operators ?? [];
  // What an import brought is kept and named, even where the editor would not offer it.
  const ops = offered.includes(test.op) ? offered : [test.op, ...offered];
  return (
    <>
      <Pick
        label={t('settings.form.visibleField')}
        value={test.field}
        readOnly={readOnly}
        options={facts.map(({ id, label }) => ({ value: id, label }))}
        onChange={(id) => {
          const fact = facts.find((each) => each.id === id);
          if (fact !== undefined) onChange(testOf(fact));
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
  readonly source: Tested | undefined;
  readonly readOnly: boolean;
  readonly onChange: (test: AnswerTest) => void;
}

function Value({ test, source, readOnly, onChange }: ValueProps) {
  const id = useId();
  const label = t('settings.form.visibleValue');
  if (isComparison(test) || source?.measure !== undefined)
    return (
      <AmountField
        label={label}
        value={Number(test.value)}
        min={Number.NEGATIVE_INFINITY}
        width={120}
        {...(source?.measure && { measure: measureOf(source.measure) })}
        readOnly={readOnly}
        onChange={(value) =>
          onChange(isComparison(test) ? { ...test, value } : { ...test, value: String(value) })
        }
      />
    );
  const change = (value: string) => onChange({ ...test, value });
  if (source?.kind === 'group')
    return <GroupValue label={label} value={test.value} readOnly={readOnly} onChange={change} />;
  if (source?.kind === 'zone')
    return <ZoneSelect id={id} label={label} value={test.value} readOnly={readOnly} onChange={change} />;
  if (source !== undefined && source.values.length > 0)
    return (
      <Pick label={label} value={test.value} readOnly={readOnly} options={source.values} onChange={change} />
    );
  return (
    <Textfield
      isCompact
      width={160}
      aria-label={label}
      value={test.value}
      isReadOnly={readOnly}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

/** A first test of what may be tested, which holds for some: a text that nobody has typed yet is compared with nothing. */
export function testOf(tested: Tested): AnswerTest {
  const [first = 'filled'] = tested.operators;
  const test = withOp({ field: tested.id, op: 'filled' }, first, tested);
  const isCompared = tested.kind !== undefined || !('value' in test) || test.value !== '';
  return isCompared || !tested.operators.includes('filled') ? test : { field: tested.id, op: 'filled' };
}

function withOp(test: AnswerTest, op: Op, source: Tested | undefined): AnswerTest {
  const { field } = test;
  if (op === 'filled' || op === 'empty') return { field, op };
  const value = 'value' in test ? test.value : undefined;
  if (op === 'gt' || op === 'lt') return { field, op, value: typeof value === 'number' ? value : 0 };
  const first = source && (source.values[0]?.value ?? (source.measure ? '0' : ''));
  return { field, op, value: typeof value === 'string' ? value : (first ?? '') };
}
