import { ConfirmDialog } from '../../kit/dialogs/confirm-dialog';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';

interface Props {
  readonly draftId: string;
  /** What it is called, with its item. */
  readonly label: string;
  readonly onDeleted: () => void;
  readonly onClose: () => void;
}

/** Asks before a draft is deleted with all that was filled in. */
export const DeleteDraft = ({ draftId, label, onDeleted, onClose }: Props) => (
  <ConfirmDialog
    title={t('portal.draft.deleteTitle')}
    does={t('portal.draft.startOverYes')}
    leaves={t('portal.draft.startOverNo')}
    onConfirm={async () => {
      await call('requests.deleteDraft', { draftId });
      onDeleted();
    }}
    onClose={onClose}
  >
    <p>{t('portal.draft.deleteText', { draft: label })}</p>
  </ConfirmDialog>
);
