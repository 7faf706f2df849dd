import TextArea from '@atlaskit/textarea';
import { useId, useRef, useState } from 'react';
import { LabelledField } from '../../kit/controls/labelled-field';
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
  const [isAsked, setAsked] = useState(false);
  const isMissing = isAsked && reason.trim() === '';
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  return (
    <ConfirmDialog
      title={title}
      does={submit}
      leaves={t('portal.action.back')}
      failed={t('portal.action.failed')}
      isDanger={isDanger}
      isReady={!isReasonRequired || reason.trim() !== ''}
      onMissing={() => {
        setAsked(true);
        field.current?.focus();
      }}
      onConfirm={() => onSubmit(reason.trim())}
      onClose={onClose}
    >
      <LabelledField id={id} label={question} error={isMissing ? t('portal.problem.required') : undefined}>
        <TextArea
          id={id}
          ref={field}
          value={reason}
          minimumRows={3}
          resize="smart"
          isInvalid={isMissing}
          aria-invalid={isMissing}
          aria-required={isReasonRequired}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </LabelledField>
    </ConfirmDialog>
  );
}
