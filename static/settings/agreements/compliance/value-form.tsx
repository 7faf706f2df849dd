import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { Commitment } from '../../../../src/sla/engine/model';
import { useUnsaved } from '../../../kit/unsaved/use-unsaved';
import { t } from '../../../shared/i18n';
import forms from '../../../kit/forms.module.css';
import { LabelledField } from '../../../kit/controls/labelled-field';
import { NumberField } from './number-field';

interface Props {
  readonly commitment: Commitment;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onEnter: (value: number, note: string) => Promise<void>;
}

/** The value of a period, with a word on where it is from. */
export function ValueForm({ commitment: { name, unit }, busy, onCancel, onEnter }: Props) {
  const [value, setValue] = useState<number | undefined>(undefined);
  const [note, setNote] = useState('');
  useUnsaved(value !== undefined || note !== '');
  return (
    <form
      noValidate
      className={forms.card}
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== undefined) void onEnter(value, note);
      }}
    >
      <div className={forms.pair}>
        <NumberField
          id="commitment-value"
          label={unit === '' ? name : t('settings.commitment.valueIn', { name, unit })}
          value={value}
          readOnly={false}
          onChange={setValue}
        />
        <LabelledField id="commitment-note" label={t('settings.commitment.note')}>
          <Textfield
            id="commitment-note"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </LabelledField>
      </div>
      <div className={forms.actions}>
        <Button type="submit" appearance="primary" isDisabled={busy || value === undefined}>
          {t('settings.save')}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}
