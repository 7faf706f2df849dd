import type { ItemContent, ItemQuantity } from '../../../src/catalog/domain/model';
import { mapped, maybeNumber, pick } from '../../kit/fields/controls';
import { part } from '../../kit/fields/field';
import { FieldRow, Fields } from '../../kit/fields/fields';
import { t } from '../../shared/i18n';
import type { ItemTabProps } from './item-tab-props';
import { questionOptions } from './question-options';

/** Which question says how many are ordered, and how many one person may have. */
export function QuantityEditor({ item }: Pick<ItemTabProps, 'item'>) {
  const quantity = part(item, 'quantity');
  const { value } = quantity;
  const numbers = item.value.form.filter(({ id, type }) => type === 'number' || id === value?.field);
  const options = [{ value: '', label: t('settings.quantity.one') }, ...questionOptions(numbers)];
  return (
    <>
      <FieldRow
        field={quantity}
        label="settings.quantity.field"
        help={numbers.length === 0 ? 'settings.quantity.noQuestion' : 'settings.quantity.hint'}
        control={mapped(
          pick(options),
          (chosen: ItemContent['quantity']) => chosen?.field ?? '',
          (field, before): ItemQuantity | undefined => (field === '' ? undefined : { ...before, field }),
        )}
      />
      {value !== undefined && (
        <Fields
          of={{ ...quantity, value }}
          rows={[
            {
              key: 'perPerson',
              label: 'settings.quantity.perPerson',
              help: 'settings.quantity.perPersonHint',
              control: maybeNumber({ isWhole: true, min: 1 }),
            },
          ]}
        />
      )}
    </>
  );
}
