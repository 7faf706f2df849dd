import Button from '@atlaskit/button/default/button';
import IconButton from '@atlaskit/button/icon/button';
import AddIcon from '@atlaskit/icon/core/add';
import CrossIcon from '@atlaskit/icon/core/cross';
import Textfield from '@atlaskit/textfield';
import type { Condition } from '../../../src/sla/domain/model';
import { t } from '../../shared/i18n';
import type { FieldCatalog } from '../model/field-catalog';
import { replaced, without } from '../model/reorder';
import { Choice } from './choice';
import forms from './forms.module.css';
import { ValueList } from './value-list';

interface Props {
  readonly label: string;
  readonly condition: Condition | undefined;
  readonly catalog: FieldCatalog;
  readonly onChange: (condition: Condition | undefined) => void;
}

type Leaf = Extract<Condition, { readonly field: string }>;
type Op = Leaf['op'];
const OPS: readonly Op[] = ['in', 'notIn', 'set', 'empty', 'gt', 'lt'];

const isLeaf = (condition: Condition): condition is Leaf => 'field' in condition;

/** Rows of `field – is – values`, all or any of them. A nested condition made elsewhere is kept and shown as text. */
export function ConditionEditor({ label, condition, catalog, onChange }: Props) {
  const joined = condition === undefined ? 'all' : 'any' in condition ? 'any' : 'all';
  const parts = partsOf(condition);
  const write = (next: readonly Condition[], how: 'all' | 'any' = joined) =>
    onChange(
      next.length === 0
        ? undefined
        : next.length === 1
          ? next[0]
          : how === 'any'
            ? { any: next }
            : { all: next },
    );
  return (
    <fieldset className={forms.fieldset}>
      <legend className={forms.label}>{label}</legend>
      {parts.length > 1 && (
        <Choice
          label={t('settings.condition.how')}
          value={joined}
          options={[
            { value: 'all', label: t('settings.condition.all') },
            { value: 'any', label: t('settings.condition.any') },
          ]}
          onChange={(how) => write(parts, how)}
        />
      )}
      {parts.map((part, index) => (
        <div key={index} className={forms.row}>
          {isLeaf(part) ? (
            <LeafEditor
              leaf={part}
              catalog={catalog}
              onChange={(leaf) => write(replaced(parts, index, leaf))}
            />
          ) : (
            <span className={forms.grow}>{t('settings.condition.nested')}</span>
          )}
          <IconButton
            appearance="subtle"
            spacing="compact"
            icon={CrossIcon}
            label={t('settings.condition.remove', { n: index + 1 })}
            onClick={() => write(without(parts, index))}
          />
        </div>
      ))}
      <Button
        appearance="subtle"
        spacing="compact"
        iconBefore={AddIcon}
        onClick={() =>
          write([...parts, { field: catalog.fields[0]?.value ?? 'priority', op: 'in', values: [] }])
        }
      >
        {t('settings.condition.add')}
      </Button>
    </fieldset>
  );
}

function partsOf(condition: Condition | undefined): readonly Condition[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  return [condition];
}

function LeafEditor({
  leaf,
  catalog,
  onChange,
}: {
  readonly leaf: Leaf;
  readonly catalog: FieldCatalog;
  readonly onChange: (leaf: Leaf) => void;
}) {
  const known = catalog.valuesOf(leaf.field);
  const fields = catalog.fields.some((field) => field.value === leaf.field)
    ? catalog.fields
    : [...catalog.fields, { value: leaf.field, label: leaf.field }];
  return (
    <>
      <Choice
        label={t('settings.condition.field')}
        value={leaf.field}
        options={fields}
        onChange={(field) => onChange({ field, op: 'in', values: [] })}
      />
      <Choice
        label={t('settings.condition.op')}
        value={leaf.op}
        options={OPS.map((op) => ({ value: op, label: t(`settings.op.${op}`) }))}
        onChange={(op) => onChange(withOp(leaf, op))}
      />
      {'values' in leaf && known.length > 0 && (
        <ValueList
          label={t('settings.condition.values', { field: catalog.fieldName(leaf.field) })}
          options={known}
          values={leaf.values}
          readOnly={false}
          onChange={(values) => onChange({ ...leaf, values })}
        />
      )}
      {'values' in leaf && known.length === 0 && (
        <Textfield
          isCompact
          width={220}
          aria-label={t('settings.condition.values', { field: catalog.fieldName(leaf.field) })}
          value={leaf.values.join(', ')}
          onChange={(event) =>
            onChange({ ...leaf, values: event.currentTarget.value.split(',').map((value) => value.trim()) })
          }
        />
      )}
      {'value' in leaf && (
        <Textfield
          isCompact
          width={100}
          type="number"
          aria-label={t('settings.condition.values', { field: catalog.fieldName(leaf.field) })}
          value={String(leaf.value)}
          onChange={(event) => onChange({ ...leaf, value: Number(event.currentTarget.value) })}
        />
      )}
    </>
  );
}

function withOp(leaf: Leaf, op: Op): Leaf {
  if (op === 'set' || op === 'empty') return { field: leaf.field, op };
  if (op === 'in' || op === 'notIn')
    return { field: leaf.field, op, values: 'values' in leaf ? leaf.values : [] };
  return { field: leaf.field, op, value: 'value' in leaf ? leaf.value : 0 };
}
