import Textfield from '@atlaskit/textfield';
import { useId } from 'react';
import type { AnswerTest } from '../../../../src/catalog/domain/model';
import { t } from '../../../shared/i18n';
import { AmountField } from '../../../kit/controls/amount-field';
import { Choice } from '../../../kit/controls/choice';
import { Pick } from '../../../kit/controls/pick';
import { ZoneSelect } from '../../../kit/controls/zone-select';
import forms from '../../../kit/forms.module.css';
import { measureOf } from '../../../shared/measures';
import { GroupValue } from './group-value';
import { ListedValue } from './listed-value';
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
  const compared = source?.others?.length ? (source.comparisons ?? []) : [];
  const offered = [...new Set([...(source?.operators ?? []), ...compared])];
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
        options={ops.map((op) => ({ value: op, label: t(`settings.op.${wordOf(op, source)}`) }))}
        onChange={(op) => onChange(withOp(test, op, source))}
      />
      {isAComparison(test) && compared.includes(test.op) && (
        <Pick
          label={t('settings.form.comparedWith')}
          value={'other' in test ? test.other : A_VALUE}
          readOnly={readOnly}
          options={[...(takesValue(test.op, source) ? [aValue()] : []), ...(source?.others ?? [])]}
          onChange={(other) =>
            onChange(other === A_VALUE ? withValue(test, source) : { field: test.field, op: test.op, other })
          }
        />
      )}
      {'value' in test && <Value test={test} source={source} readOnly={readOnly} onChange={onChange} />}
    </>
  );
}

/** Stands for whatever is given here, beside the ids of questions. */
const A_VALUE = '@value';
const aValue = () => ({ value: A_VALUE, label: t('settings.form.aValue') });

type AComparison = AnswerTest & { readonly op: 'is' | 'isNot' | 'gt' | 'lt' };
const isAComparison = (test: AnswerTest): test is AComparison =>
  'other' in test || ('value' in test && test.op !== 'contains');

const takesValue = (op: Op, source: Tested | undefined): boolean => source?.operators.includes(op) ?? true;

const wordOf = (op: Op, source: Tested | undefined): string =>
  source?.isMoment && (op === 'gt' || op === 'lt') ? (op === 'gt' ? 'after' : 'before') : WORDS[op];

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
    return (
      <div className={forms.grow}>
        <GroupValue label={label} value={test.value} readOnly={readOnly} onChange={change} />
      </div>
    );
  if (source?.listed)
    return (
      <div className={forms.grow}>
        <ListedValue
          label={label}
          field={source.listed}
          value={test.value}
          readOnly={readOnly}
          onChange={change}
        />
      </div>
    );
  if (source?.kind === 'zone')
    return (
      <div className={forms.grow}>
        <ZoneSelect id={id} label={label} value={test.value} readOnly={readOnly} onChange={change} />
      </div>
    );
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
  const isCompared = (tested.kind ?? tested.listed) !== undefined || !('value' in test) || test.value !== '';
  return isCompared || !tested.operators.includes('filled') ? test : { field: tested.id, op: 'filled' };
}

function withOp(test: AnswerTest, op: Op, source: Tested | undefined): AnswerTest {
  const { field } = test;
  if (op === 'filled' || op === 'empty') return { field, op };
  if (op === 'contains') return withValue({ field, op, value: '' }, source);
  const [first] = source?.others ?? [];
  const other = 'other' in test ? test.other : first?.value;
  if (other !== undefined && ('other' in test || !takesValue(op, source))) return { field, op, other };
  return withValue('value' in test ? ({ ...test, op } as AnswerTest) : { field, op, other: '' }, source);
}

/** Compared with a value of its kind: the former one where that fits. */
function withValue(test: AnswerTest, source: Tested | undefined): AnswerTest {
  const { field, op } = test;
  if (op === 'filled' || op === 'empty') return test;
  const value = 'value' in test ? test.value : undefined;
  if (op === 'gt' || op === 'lt') return { field, op, value: typeof value === 'number' ? value : 0 };
  const first = source?.values[0]?.value ?? (source?.measure ? '0' : '');
  return { field, op, value: typeof value === 'string' && value !== '' ? value : first };
}
