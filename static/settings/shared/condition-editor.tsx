import type { Condition, FieldTest } from '../../../src/sla/engine/model';
import type { Bound } from '../../kit/controls';
import { formOf } from '../../kit/fields';
import type { FieldCatalog } from '../model/field-catalog';
import { ConditionTree } from './condition-tree';
import { LeafEditor } from './leaf-editor';

interface Props extends Bound<Condition | undefined> {
  readonly label: string;
  readonly catalog: FieldCatalog;
}

/** A condition over the fields of work items: rows of `field – is – values`. Whoever may not change it reads it in words instead. */
export function ConditionEditor({ label, value, catalog, readOnly, onChange }: Props) {
  if (readOnly) return null;
  return (
    <ConditionTree<FieldTest>
      label={label}
      value={value}
      profile={{
        newTest: () => ({ field: catalog.fields[0]?.value ?? 'priority', op: 'in', values: [] }),
        edit: (test, write) => <LeafEditor of={formOf(test, readOnly, write)} catalog={catalog} />,
      }}
      onChange={onChange}
    />
  );
}
