import Button from '@atlaskit/button/default/button';
import { type ReactNode, useState } from 'react';
import { ErrorView } from '../../shared/error-view';
import { t } from '../../shared/i18n';
import { Dialog } from './dialog';

interface Props {
  readonly title: string;
  readonly width?: 'small' | 'large';
  /** What it comes to, and what has to be known before. */
  readonly children: ReactNode;
  /** Whether it can't be undone by hand. */
  readonly isDanger?: boolean;
  /** Whether all is said that has to be. */
  readonly isReady?: boolean;
  /** Says what is not said yet when it is pressed all the same; without it the button waits. */
  readonly onMissing?: () => void;
  /** What is said above the reason when it failed. */
  readonly failed?: string;
  /** What is done, in the words of the button. */
  readonly does: string;
  /** The words of the button that leaves everything as it is. */
  readonly leaves?: string;
  /** What fails is told here, and can be tried again. */
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before something is done that has consequences. Escape and the cross leave everything as it is. */
export function ConfirmDialog(props: Props) {
  const { children, isDanger = true, isReady = true, onMissing, does, onConfirm, onClose, ...look } = props;
  const { failed = t('common.failed'), leaves = t('common.cancel') } = props;
  const [doing, setDoing] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const confirm = async (): Promise<void> => {
    if (!isReady) {
      onMissing?.();
      return;
    }
    setDoing(true);
    setError(null);
    try {
      await onConfirm();
    } catch (failure) {
      setError(failure);
      setDoing(false);
    }
  };
  const buttons = (
    <>
      <Button appearance="subtle" onClick={onClose}>
        {leaves}
      </Button>
      <Button
        appearance={isDanger ? 'danger' : 'primary'}
        isLoading={doing}
        isDisabled={!isReady && onMissing === undefined}
        onClick={() => void confirm()}
      >
        {does}
      </Button>
    </>
  );
  return (
    <Dialog {...look} buttons={buttons} onClose={onClose}>
      {children}
      {error !== null && <ErrorView error={error} title={failed} />}
    </Dialog>
  );
}
