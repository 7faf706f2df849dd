import Button from '@atlaskit/button/default/button';
import { useMemo, useState } from 'react';
import type { ChoiceOption } from '../../../../src/catalog/domain/model';
import { AddButton } from '../../../kit/controls/add-button';
import { LabelledField } from '../../../kit/controls/labelled-field';
import { TextInput } from '../../../kit/controls/text-input';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import { linesOf, withPasted } from './pasted-options';

interface Props {
  readonly options: readonly ChoiceOption[];
  /** So many there may be. */
  readonly most: number;
  /** Says what a line may hold, and why there can't be more. */
  readonly words: 'short' | 'long';
  readonly onChange: (options: readonly ChoiceOption[]) => void;
}

/** Many options at once, one a line, as a list or a spreadsheet has them. */
export function PasteOptions({ options, most, words, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [lines, setLines] = useState('');
  const [isUnread, setUnread] = useState(false);
  const close = (): void => {
    setOpen(false);
    setLines('');
    setUnread(false);
  };
  const all = useMemo(() => withPasted(options, lines), [options, lines]);
  const isTooMany = all.length > most;
  const take = async (file: File): Promise<void> => {
    const read = linesOf(await file.text());
    setUnread(read === null);
    setLines(read ?? lines);
  };
  if (!isOpen) return <AddButton onClick={() => setOpen(true)}>{t('settings.form.paste')}</AddButton>;
  return (
    <>
      <LabelledField
        id="paste-options"
        label={t('settings.form.pasteLines')}
        hint={t(`settings.form.pasteHint.${words}`)}
        error={
          isTooMany
            ? t(`settings.form.tooManyOptions.${words}`, { count: all.length, most })
            : isUnread
              ? t('settings.form.pasteUnread')
              : undefined
        }
      >
        <TextInput id="paste-options" lines={5} value={lines} readOnly={false} onChange={setLines} />
      </LabelledField>
      <div className={forms.row}>
        <label className={forms.label} htmlFor="paste-file">
          {t('settings.form.pasteFile')}
        </label>
        <input
          id="paste-file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            // The same file may be chosen again.
            currentTarget.value = '';
            if (file !== undefined) void take(file);
          }}
        />
      </div>
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
