import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { ConfirmDialog } from '../../kit/dialogs/confirm-dialog';
import { t } from '../../shared/i18n';

interface Props {
  readonly title: string;
  readonly question: string;
  readonly submit: string;
  readonly isReasonRequired: boolean;
  readonly isDanger?: boolean;
  readonly onClose: () => void;
  readonly onSubmit: (reason: string) => Promise<void>;
}

/** Asks for a reason before something that others will notice. What was typed stays when it fails. */
export function ReasonModal(props: Props) {
  const { title, question, submit, isReasonRequired, isDanger = false, onClose, onSubmit } = props;
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title={title}
      does={submit}
      leaves={t('portal.action.back')}
      failed={t('portal.action.failed')}
      isDanger={isDanger}
      isReady={!isReasonRequired || reason.trim() !== ''}
      onConfirm={() => onSubmit(reason.trim())}
      onClose={onClose}
    >
      <label htmlFor="reason">{question}</label>
      <TextArea
        id="reason"
        value={reason}
        minimumRows={3}
        resize="smart"
        aria-required={isReasonRequired}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
