import { useState } from 'react';
import type { ItemRow } from '../../../src/catalog/domain/call-answers';
import { named } from '../../kit/controls/option';
import { ConfirmDialog } from '../../kit/dialogs/confirm-dialog';
import { choice, maybe } from '../../kit/fields/controls';
import { formOf } from '../../kit/fields/field';
import { FieldRow } from '../../kit/fields/fields';
import { t } from '../../shared/i18n';

interface Props {
  readonly name: string;
  /** What may be offered instead. */
  readonly others: readonly Pick<ItemRow, 'id' | 'name'>[];
  readonly onClose: () => void;
  readonly onRetire: (replacedBy: string | undefined) => Promise<void>;
}

/** Asks before an item leaves the portal, and what people who follow an old link should use instead. */
export function RetireDialog({ name, others, onClose, onRetire }: Props) {
  const [replacedBy, setReplacedBy] = useState<string>();
  return (
    <ConfirmDialog
      title={t('settings.item.retireTitle', { name })}
      does={t('settings.item.retire')}
      onConfirm={() => onRetire(replacedBy)}
      onClose={onClose}
    >
      <p>{t('settings.item.retireWhat')}</p>
      <FieldRow
        field={formOf<string | undefined>(replacedBy, false, setReplacedBy)}
        label="settings.item.replacedBy"
        help="settings.item.replacedByHint"
        control={maybe(choice([{ value: '', label: t('settings.item.replacedByNone') }, ...named(others)]))}
      />
    </ConfirmDialog>
  );
}
