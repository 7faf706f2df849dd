import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import { MOST_OPTIONS } from '../../../../src/catalog/domain/field-types';
import type { ChoiceOption } from '../../../../src/catalog/domain/model';
import { AddButton } from '../../../kit/controls/add-button';
import { LabelledField } from '../../../kit/controls/labelled-field';
import { TextInput } from '../../../kit/controls/text-input';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import { withPasted } from './pasted-options';

interface Props {
  readonly options: readonly ChoiceOption[];
  readonly onChange: (options: readonly ChoiceOption[]) => void;
}

/** Many options at once, one a line, as a list or a spreadsheet has them. */
export function PasteOptions({ options, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [lines, setLines] = useState('');
  const close = (): void => {
    setOpen(false);
    setLines('');
  };
  const all = withPasted(options, lines);
  const isTooMany = all.length > MOST_OPTIONS;
  if (!isOpen) return <AddButton onClick={() => setOpen(true)}>{t('settings.form.paste')}</AddButton>;
  return (
    <>
      <LabelledField
        id="paste-options"
        label={t('settings.form.pasteLines')}
        hint={t('settings.form.pasteHint')}
        error={
          isTooMany ? t('settings.form.tooManyOptions', { count: all.length, most: MOST_OPTIONS }) : undefined
        }
      >
        <TextInput id="paste-options" lines={5} value={lines} readOnly={false} onChange={setLines} />
      </LabelledField>
      <div className={forms.row}>
        <Button
          isDisabled={lines.trim() === '' || isTooMany}
          onClick={() => {
            onChange(all);
            close();
          }}
        >
          {t('settings.form.pasteAdd')}
        </Button>
        <Button appearance="subtle" onClick={close}>
          {t('common.cancel')}
        </Button>
      </div>
    </>
  );
}
