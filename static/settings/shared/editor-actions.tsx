import Button from '@atlaskit/button/default/button';
import { t } from '../../shared/i18n';
import forms from '../../kit/forms.module.css';

interface Props {
  readonly readOnly: boolean;
  readonly saving: boolean;
  readonly onCancel: () => void;
  /** Left out where there is nothing to delete. */
  readonly onDelete?: (() => void) | undefined;
}

/** What ends an editor: save or leave; or, where one may only look, back. */
export function EditorActions({ readOnly, saving, onCancel, onDelete }: Props) {
  return (
    <div className={forms.actions}>
      {!readOnly && (
        <Button type="submit" appearance="primary" isLoading={saving}>
          {t('settings.save')}
        </Button>
      )}
      <Button appearance="subtle" onClick={onCancel}>
        {t(readOnly ? 'settings.back' : 'settings.cancel')}
      </Button>
      {!readOnly && onDelete !== undefined && (
        <Button appearance="warning" onClick={onDelete}>
          {t('settings.delete')}
        </Button>
      )}
    </div>
  );
}
