import type { ChangeApplied, SlaChange } from '../../../src/sla/definitions/domain/answers/changes';
import { ConfirmDialog } from '../../kit/dialogs/confirm-dialog';
import { call } from '../../shared/api';
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
  const { action, subjectName } = change;
  const name = subjectName === undefined ? t(`settings.audit.action.${action}`) : localized(subjectName);
  return (
    <ConfirmDialog
      title={t('settings.undo.title', { name })}
      does={t('settings.undo.confirm')}
      failed={t('settings.notSaved')}
      isDanger={false}
      onConfirm={async () => onApplied(await call('sla.rollBack', { version, undo: change.version }))}
      onClose={onClose}
    >
      <p>{t('settings.undo.text')}</p>
      {later > 0 && <p>{t('settings.undo.later', { count: later })}</p>}
    </ConfirmDialog>
  );
}
