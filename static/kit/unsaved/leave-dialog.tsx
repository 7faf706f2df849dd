import Button from '@atlaskit/button/default/button';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { t } from '../../shared/i18n';

/** Asks somebody who is about to lose work. Escape and the cross stay. */
export function LeaveDialog({ onAnswer }: { readonly onAnswer: (leaves: boolean) => void }) {
  const stay = () => onAnswer(false);
  return (
    <ModalTransition>
      <ModalDialog onClose={stay} width="small">
        <ModalHeader hasCloseButton>
          <ModalTitle>{t('common.unsaved.title')}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <p>{t('common.unsaved.text')}</p>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={() => onAnswer(true)}>
            {t('common.unsaved.discard')}
          </Button>
          <Button appearance="primary" onClick={stay}>
            {t('common.unsaved.stay')}
          </Button>
        </ModalFooter>
      </ModalDialog>
    </ModalTransition>
  );
}
