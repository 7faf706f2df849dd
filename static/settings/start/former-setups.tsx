import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { Setup } from '../../../src/catalog/domain/setup';
import { ConfirmDialog } from '../../kit/dialogs/confirm-dialog';
import forms from '../../kit/forms.module.css';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import type { FieldCatalog } from '../model/field-catalog';

interface Props {
  readonly setups: readonly Setup[];
  readonly catalog: FieldCatalog;
  readonly isDisabled: boolean;
  readonly onUndo: (setup: Setup) => void;
}

/** Earlier set-ups, the newest first, each to be taken back whole. */
export function FormerSetups({ setups, catalog, isDisabled, onUndo }: Props) {
  const [asked, setAsked] = useState<Setup | null>(null);
  if (setups.length === 0) return null;
  return (
    <section aria-labelledby="former-setups">
      <h3 id="former-setups" className={forms.heading}>
        {t('settings.start.former')}
      </h3>
      <ul>
        {setups.map((setup) => (
          <li key={setup.id} className={forms.row}>
            {nameOf(setup, catalog)}
            <Button appearance="subtle" isDisabled={isDisabled} onClick={() => setAsked(setup)}>
              {t('settings.start.undo')}
            </Button>
          </li>
        ))}
      </ul>
      {asked !== null && (
        <ConfirmDialog
          title={t('settings.start.undoTitle')}
          does={t('settings.start.undo')}
          onClose={() => setAsked(null)}
          onConfirm={async () => {
            setAsked(null);
            onUndo(asked);
          }}
        >
          <p>{nameOf(asked, catalog)}</p>
          <p>{t('settings.start.undoText')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

const nameOf = ({ department, projectId, at }: Setup, catalog: FieldCatalog): string =>
  t('settings.start.formerOne', {
    department: t(`settings.start.department.${department}`),
    space: catalog.valueName('projectId', projectId),
    date: formatDateTime(at),
  });
