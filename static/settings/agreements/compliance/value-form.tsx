import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { Commitment } from '../../../../src/sla/engine/model';
import { Fields, formOf, maybeNumber, text } from '../../../kit/fields';
import forms from '../../../kit/forms.module.css';
import { useUnsaved } from '../../../kit/unsaved/use-unsaved';
import { t } from '../../../shared/i18n';

interface Props {
  readonly commitment: Commitment;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onEnter: (value: number, note: string) => Promise<void>;
}

interface Entered {
  readonly value?: number;
  readonly note: string;
}

/** The value of a period, with a word on where it is from. */
export function ValueForm({ commitment: { name, unit }, busy, onCancel, onEnter }: Props) {
  const [entered, setEntered] = useState<Entered>({ note: '' });
  const { value, note } = entered;
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
      <Fields<Entered>
        of={formOf(entered, false, setEntered)}
        rows={[
          {
            key: 'value',
            label: { said: unit === '' ? name : t('settings.commitment.valueIn', { name, unit }) },
            half: true,
            control: maybeNumber(),
          },
          { key: 'note', label: 'settings.commitment.note', half: true, control: text({ maxLength: 500 }) },
        ]}
      />
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
