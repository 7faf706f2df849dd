import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import type { ToldDraft } from '../../../src/catalog/domain/call-answers';
import { MOST_NAME } from '../../../src/requests/domain/draft-list';
import { ConfirmDialog } from '../../kit/dialogs/confirm-dialog';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
import forms from '../../kit/forms.module.css';

interface Props {
  readonly draft: Pick<ToldDraft, 'clientToken' | 'name'>;
  readonly onRenamed: (name: string | undefined) => void;
  readonly onClose: () => void;
}

/** Gives a draft a name that no other draft of its item has, or takes it away. */
export function RenameDraft({ draft, onRenamed, onClose }: Props) {
  const id = useId();
  const [name, setName] = useState(draft.name ?? '');
  return (
    <ConfirmDialog
      title={t('portal.draft.renameTitle')}
      does={t('portal.draft.renameSave')}
      failed={t('portal.draft.renameFailed')}
      isDanger={false}
      onConfirm={async () => {
        const { draft: renamed } = await call('requests.renameDraft', {
          draftId: draft.clientToken,
          name: name.trim(),
        });
        onRenamed(renamed.name);
      }}
      onClose={onClose}
    >
      <div className={forms.field}>
        <label htmlFor={id} className={forms.label}>
          {t('portal.draft.name')}
        </label>
        <Textfield
          id={id}
          maxLength={MOST_NAME}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <span className={forms.note}>{t('portal.draft.nameHint')}</span>
      </div>
    </ConfirmDialog>
  );
}
