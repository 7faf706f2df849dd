import type { FieldTest } from '../../../src/sla/engine/model';
import { AmountField, OneOf, PeopleList, Pick } from '../../kit/controls';
import { type Field, part, seenAs } from '../../kit/fields';
import { t } from '../../shared/i18n';
import type { FieldCatalog } from '../model/field-catalog';
import { FieldValues } from './field-values';

type Op = FieldTest['op'];
const OPS: readonly Op[] = ['in', 'notIn', 'set', 'empty', 'gt', 'gte', 'lt', 'lte'];
const PEOPLE = ['assignee', 'reporter', 'creator'];

interface Props {
  readonly of: Field<FieldTest>;
  readonly catalog: FieldCatalog;
}

/** One test: a field, how it compares, and with what. */
export function LeafEditor({ of, catalog }: Props) {
  const { value: leaf } = of;
  const { field } = leaf;
  const label = t('settings.condition.values', { field: catalog.fieldName(field) });
  const values = 'values' in leaf && part({ ...of, value: leaf }, 'values');
  return (
    <>
      <Pick
        label={t('settings.condition.field')}
        options={catalog.fields}
        {...seenAs<string, FieldTest>(
          of,
          () => field,
          (chosen) => ({ field: chosen, op: 'in', values: [] }),
        )}
      />
      <OneOf
        words="settings.op"
        label={t('settings.condition.op')}
        values={OPS}
        {...seenAs(of, ({ op }) => op, withOp)}
      />
      {values && PEOPLE.includes(field) && <PeopleList label={label} {...values} />}
      {values && !PEOPLE.includes(field) && (
        <FieldValues
          label={label}
          field={field}
          catalog={catalog}
          width={220}
          placeholder={t('settings.condition.valuesPlaceholder')}
          {...values}
        />
      )}
      {'value' in leaf && (
        <AmountField label={label} min={-Infinity} {...part({ ...of, value: leaf }, 'value')} />
      )}
    </>
  );
}

function withOp(op: Op, leaf: FieldTest): FieldTest {
  const { field } = leaf;
  if (op === 'set' || op === 'empty') return { field, op };
  if (op === 'in' || op === 'notIn') return { field, op, values: 'values' in leaf ? leaf.values : [] };
  return { field, op, value: 'value' in leaf ? leaf.value : 0 };
}
