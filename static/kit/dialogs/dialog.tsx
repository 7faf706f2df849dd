import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import type { ReactNode } from 'react';
import { t } from '../../shared/i18n';

interface Props {
  readonly title: string;
  readonly width?: 'small' | 'large';
  /** What can be done, the least first. */
  readonly buttons: ReactNode;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/**
 * A dialog over the page; a large one scrolls with it. Escape and the cross close it. It begins at what it asks: the
 * focus would start on the cross, where the first space somebody types closes it.
 */
export const Dialog = ({ title, width = 'small', buttons, children, onClose }: Props) => (
  <ModalTransition>
    <ModalDialog onClose={onClose} width={width} shouldScrollInViewport={width === 'large'}>
      <ModalHeader hasCloseButton closeButtonLabel={t('common.close')}>
        <ModalTitle>{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <div data-autofocus-inside>{children}</div>
      </ModalBody>
      <ModalFooter>{buttons}</ModalFooter>
    </ModalDialog>
  </ModalTransition>
);
