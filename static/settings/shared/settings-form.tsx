import Button from '@atlaskit/button/default/button';
import type { ReactNode } from 'react';
import { t } from '../../shared/i18n';
import forms from '../../kit/forms.module.css';
import type { useSave } from './use-save';

interface Props {
  readonly title: string;
  readonly intro: string;
  /** What became of the last save. */
  readonly save: Pick<ReturnType<typeof useSave>, 'error' | 'done' | 'saving'>;
  readonly readOnly: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A page of settings that is saved as a whole. */
export function SettingsForm({ title, intro, save, readOnly, onSubmit, children }: Props) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <h2 className={forms.title}>{title}</h2>
      <p className={forms.hint}>{intro}</p>
      {save.error}
      {save.done}
      {children}
      {!readOnly && (
        <div className={forms.actions}>
          <Button type="submit" appearance="primary" isDisabled={save.saving}>
            {t('settings.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
