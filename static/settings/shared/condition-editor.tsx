import type { Condition, FieldTest } from '../../../src/sla/engine/model';
import type { FieldCatalog } from '../model/field-catalog';
import { ConditionTree } from './condition-tree';
import { LeafEditor } from './leaf-editor';

interface Props {
  readonly label: string;
  readonly value: Condition | undefined;
  readonly catalog: FieldCatalog;
  readonly onChange: (condition: Condition | undefined) => void;
}

/** A condition over the fields of work items: rows of `field – is – values`. */
export function ConditionEditor({ label, value, catalog, onChange }: Props) {
  return (
    <ConditionTree<FieldTest>
      label={label}
      value={value}
      profile={{
        newTest: () => ({ field: catalog.fields[0]?.value ?? 'priority', op: 'in', values: [] }),
        edit: (test, write) => <LeafEditor leaf={test} catalog={catalog} onChange={write} />,
      }}
      onChange={onChange}
    />
  );
}
