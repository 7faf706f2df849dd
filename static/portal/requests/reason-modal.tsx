import Button from '@atlaskit/button/default/button';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { ErrorView } from '../../shared/error-view';
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
export function ReasonModal({
  title,
  question,
  submit,
  isReasonRequired,
  isDanger = false,
  onClose,
  onSubmit,
}: Props) {
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (): Promise<void> => {
    setSending(true);
    setError(null);
    try {
      await onSubmit(reason.trim());
    } catch (failure) {
      setError(failure);
      setSending(false);
    }
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="small">
        <ModalHeader hasCloseButton>
          <ModalTitle>{title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <label htmlFor="reason">{question}</label>
          <TextArea
            id="reason"
            value={reason}
            minimumRows={3}
            resize="smart"
            aria-required={isReasonRequired}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {error !== null && <ErrorView error={error} title={t('portal.action.failed')} />}
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            {t('portal.action.back')}
          </Button>
          <Button
            appearance={isDanger ? 'danger' : 'primary'}
            isLoading={sending}
            isDisabled={isReasonRequired && reason.trim() === ''}
            onClick={() => void send()}
          >
            {submit}
          </Button>
        </ModalFooter>
      </ModalDialog>
    </ModalTransition>
  );
}
