import { useState } from 'react';
import type { ItemRow } from '../../../src/catalog/domain/call-answers';
import { named } from '../../kit/controls/option';
import { ConfirmDialog } from '../../kit/dialogs/confirm-dialog';
import { pick } from '../../kit/fields/controls';
import { formOf } from '../../kit/fields/field';
import { FieldRow } from '../../kit/fields/fields';
import { t } from '../../shared/i18n';

interface Props {
  readonly words: string;
  readonly items: readonly ItemRow[];
  readonly onAdd: (words: string, item: ItemRow) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks which item people meant who searched for some words: they become one of its keywords. */
export function KeywordDialog({ words, items, onAdd, onClose }: Props) {
  const [id, setId] = useState('');
  const item = items.find((each) => each.id === id);
  return (
    <ConfirmDialog
      title={t('settings.searches.meant', { words })}
      does={t('settings.searches.add')}
      isDanger={false}
      isReady={item !== undefined}
      onConfirm={async () => {
        if (item !== undefined) await onAdd(words, item);
      }}
      onClose={onClose}
    >
      <FieldRow
        field={formOf(id, false, setId)}
        label="settings.searches.item"
        help="settings.searches.itemHint"
        control={pick(named(items))}
      />
    </ConfirmDialog>
  );
}
