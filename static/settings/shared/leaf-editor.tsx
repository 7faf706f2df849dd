import type { FieldTest } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import type { FieldCatalog } from '../model/field-catalog';
import { AmountField } from '../../kit/controls/amount-field';
import { Choice } from '../../kit/controls/choice';
import { worded } from '../../kit/controls/option';
import { PeopleList } from '../../kit/controls/people-list';
import { Pick } from '../../kit/controls/pick';
import { FieldValues } from './field-values';

type Op = FieldTest['op'];
const OPS: readonly Op[] = ['in', 'notIn', 'set', 'empty', 'gt', 'gte', 'lt', 'lte'];
const PEOPLE = ['assignee', 'reporter', 'creator'];

interface Props {
  readonly leaf: FieldTest;
  readonly catalog: FieldCatalog;
  readonly onChange: (leaf: FieldTest) => void;
}

/** One test: a field, how it compares, and with what. */
export function LeafEditor({ leaf, catalog, onChange }: Props) {
  return (
    <>
      <Pick
        label={t('settings.condition.field')}
        value={leaf.field}
        options={catalog.fields}
        onChange={(field) => onChange({ field, op: 'in', values: [] })}
      />
      <Choice
        label={t('settings.condition.op')}
        value={leaf.op}
        options={worded('settings.op', OPS)}
        onChange={(op) => onChange(withOp(leaf, op))}
      />
      {'values' in leaf && <Values leaf={leaf} catalog={catalog} onChange={onChange} />}
      {'value' in leaf && (
        <AmountField
          label={t('settings.condition.values', { field: catalog.fieldName(leaf.field) })}
          value={leaf.value}
          min={Number.NEGATIVE_INFINITY}
          readOnly={false}
          onChange={(value) => onChange({ ...leaf, value })}
        />
      )}
    </>
  );
}

function Values({
  leaf,
  catalog,
  onChange,
}: Props & { readonly leaf: Extract<FieldTest, { readonly values: readonly string[] }> }) {
  const label = t('settings.condition.values', { field: catalog.fieldName(leaf.field) });
  const write = (values: readonly string[]) => onChange({ ...leaf, values });
  if (PEOPLE.includes(leaf.field))
    return <PeopleList label={label} value={leaf.values} readOnly={false} onChange={write} />;
  return (
    <FieldValues
      label={label}
      field={leaf.field}
      catalog={catalog}
      width={220}
      placeholder={t('settings.condition.valuesPlaceholder')}
      value={leaf.values}
      readOnly={false}
      onChange={write}
    />
  );
}

function withOp(leaf: FieldTest, op: Op): FieldTest {
  if (op === 'set' || op === 'empty') return { field: leaf.field, op };
  if (op === 'in' || op === 'notIn')
    return { field: leaf.field, op, values: 'values' in leaf ? leaf.values : [] };
  return { field: leaf.field, op, value: 'value' in leaf ? leaf.value : 0 };
}
