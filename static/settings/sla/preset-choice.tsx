import { useState } from 'react';
import type { MetricDefinition } from '../../../src/sla/engine/model';
import { worded } from '../../kit/controls/option';
import { choice } from '../../kit/fields/controls';
import type { Field } from '../../kit/fields/field';
import { FieldRow } from '../../kit/fields/fields';
import type { TypeStatus } from '../directory/use-space-types';
import type { FieldCatalog } from '../model/field-catalog';
import { PRESET_KEYS, withPreset } from '../model/metric-preset';

interface Props {
  readonly of: Field<MetricDefinition>;
  readonly catalog: FieldCatalog;
}

const CHOICES = ['own', ...PRESET_KEYS] as const;
type Chosen = (typeof CHOICES)[number];

/** What a new SLA begins with: one of the usual clocks, or what somebody makes of it. */
export function PresetChoice({ of, catalog }: Props) {
  const [chosen, setChosen] = useState<Chosen>('own');
  const choose = (next: Chosen): void => {
    setChosen(next);
    if (next !== 'own') of.onChange(withPreset(of.value, next, statusesOf(catalog)));
  };
  return (
    <FieldRow
      field={{ path: '', value: chosen, readOnly: of.readOnly, onChange: choose }}
      label="settings.preset"
      help={chosen === 'own' ? 'settings.preset.ownHint' : `settings.preset.${chosen}Hint`}
      control={choice(worded('settings.preset.name', CHOICES))}
    />
  );
}

/** The statuses of all workflows: of those that a space does not have nothing comes. */
const statusesOf = (catalog: FieldCatalog): readonly TypeStatus[] =>
  catalog.valuesOf('status').map(({ value, label }) => {
    const category = catalog.categoryOf(value);
    return {
      id: value,
      name: label,
      category: category === 'new' || category === 'done' ? category : 'indeterminate',
    };
  });
