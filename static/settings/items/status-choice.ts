import { named, type Option } from '../../kit/controls/option';
import { choice, type Control, maybe } from '../../kit/fields/controls';
import { t } from '../../shared/i18n';
import type { TypeStatus } from '../directory/use-space-types';
import type { FieldCatalog } from '../model/field-catalog';

/** The statuses of a work type, and one that it does not have (any more) by the name that Jira has for it. */
export function statusOptions(
  ofType: readonly TypeStatus[],
  chosen: readonly string[],
  catalog: FieldCatalog,
): readonly Option[] {
  const strange = chosen.filter((id) => ofType.every((status) => status.id !== id));
  return [...named(ofType), ...strange.map((id) => ({ value: id, label: catalog.valueName('status', id) }))];
}

/** One of them, or none; what none means is said by `none`. */
export const oneStatus = (
  ofType: readonly TypeStatus[],
  chosen: string | undefined,
  catalog: FieldCatalog,
  none = 'kit.choose',
): Control<string | undefined> =>
  maybe(
    choice([
      { value: '', label: t(none) },
      ...statusOptions(ofType, chosen === undefined ? [] : [chosen], catalog),
    ]),
  );
