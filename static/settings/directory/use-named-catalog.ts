import { useMemo } from 'react';
import { useLoad } from '../../shared/use-load';
import type { FieldCatalog } from '../model/field-catalog';
import { type FieldValues, loadFieldValues } from './load-field-values';

const NOTHING_YET: FieldValues = {};
let asked: Promise<FieldValues> | undefined;

/** The catalog with the options of custom fields by name, once Jira has told them; until then they stand as ids. */
export function useNamedCatalog(catalog: FieldCatalog): FieldCatalog {
  const { loaded } = useLoad('field-values', () => {
    asked ??= loadFieldValues(catalog.valuesOf('project').map(({ value }) => value));
    return asked;
  });
  const values = loaded.state === 'ready' ? loaded.value : NOTHING_YET;
  return useMemo(() => {
    const valuesOf = (fieldId: string) => {
      const known = catalog.valuesOf(fieldId);
      return known.length > 0 ? known : (values[fieldId] ?? []);
    };
    const valueName = (fieldId: string, value: string) =>
      valuesOf(fieldId).find((option) => option.value === value)?.label ?? value;
    return { ...catalog, valuesOf, valueName };
  }, [catalog, values]);
}
