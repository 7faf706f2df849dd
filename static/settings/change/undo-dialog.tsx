import Button from '@atlaskit/button/default/button';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { useState } from 'react';
import type { ChangeApplied, SlaChange } from '../../../src/sla/definitions/domain/answers/changes';
import { call } from '../../shared/api';
import { ErrorView } from '../../shared/error-view';
import { localized, t } from '../../shared/i18n';

interface Props {
  readonly change: SlaChange;
  /** Changes made after it, which are undone with it. */
  readonly later: number;
  readonly version: number;
  readonly onClose: () => void;
  readonly onApplied: (applied: ChangeApplied) => void;
}

/** Asks once before definitions and records go back to what they were. */
export function UndoDialog({ change, later, version, onClose, onApplied }: Props) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const undo = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      onApplied(await call('sla.rollBack', { version, undo: change.version }));
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="small">
        <ModalHeader hasCloseButton>
          <ModalTitle>
            {t('settings.undo.title', {
              name:
                change.subjectName === undefined
                  ? t(`settings.audit.action.${change.action}`)
                  : localized(change.subjectName),
            })}
          </ModalTitle>
        </ModalHeader>
        <ModalBody>
          <p>{t('settings.undo.text')}</p>
          {later > 0 && <p>{t('settings.undo.later', { count: later })}</p>}
          {error !== null && <ErrorView error={error} title={t('settings.notSaved')} />}
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            {t('settings.cancel')}
          </Button>
          <Button appearance="primary" isLoading={busy} onClick={() => void undo()}>
            {t('settings.undo.confirm')}
          </Button>
        </ModalFooter>
      </ModalDialog>
    </ModalTransition>
  );
}
