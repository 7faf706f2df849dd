import Button from '@atlaskit/button/default/button';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { type ReactNode, useState } from 'react';
import { ErrorView } from '../../shared/error-view';
import { t } from '../../shared/i18n';

interface Props {
  readonly title: string;
  /** What it comes to, and what has to be known before. */
  readonly children: ReactNode;
  /** Whether it can't be undone by hand. */
  readonly isDanger?: boolean;
  /** What is said above the reason when it failed. */
  readonly failed?: string;
  /** What is done, in the words of the button. */
  readonly does: string;
  /** What fails is told here, and can be tried again. */
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before something is done that has consequences. Escape and the cross leave everything as it is. */
export function ConfirmDialog(props: Props) {
  const {
    title,
    children,
    isDanger = true,
    failed = t('kit.confirm.failed'),
    does,
    onConfirm,
    onClose,
  } = props;
  const [doing, setDoing] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const confirm = async (): Promise<void> => {
    setDoing(true);
    setError(null);
    try {
      await onConfirm();
    } catch (failure) {
      setError(failure);
      setDoing(false);
    }
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="small">
        <ModalHeader hasCloseButton>
          <ModalTitle>{title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          {children}
          {error !== null && <ErrorView error={error} title={failed} />}
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            {t('kit.editor.cancel')}
          </Button>
          <Button
            appearance={isDanger ? 'danger' : 'primary'}
            isLoading={doing}
            onClick={() => void confirm()}
          >
            {does}
          </Button>
        </ModalFooter>
      </ModalDialog>
    </ModalTransition>
  );
}
