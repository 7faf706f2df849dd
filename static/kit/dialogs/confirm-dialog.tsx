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
  /** What is done, in the words of the button. */
  readonly does: string;
  /** What fails is told here, and can be tried again. */
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before something is done that cannot be undone by hand. Escape and the cross leave everything as it is. */
export function ConfirmDialog({ title, children, does, onConfirm, onClose }: Props) {
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
          {error !== null && <ErrorView error={error} title={t('kit.confirm.failed')} />}
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            {t('kit.editor.cancel')}
          </Button>
          <Button appearance="danger" isLoading={doing} onClick={() => void confirm()}>
            {does}
          </Button>
        </ModalFooter>
      </ModalDialog>
    </ModalTransition>
  );
}
