import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { readLength, writeLength } from '../../../../src/sla/definitions/domain/testcases/length';
import type { Bound } from '../../../kit/controls';
import { t } from '../../../shared/i18n';
import forms from '../../../kit/forms.module.css';

interface Props extends Bound<number | undefined> {
  readonly label: string;
}

/** Hours and minutes of working time, in ms: `26:30`. Nothing is written while what is typed is no length. */
export function LengthInput({ label, value, readOnly, onChange }: Props) {
  const written = value === undefined ? '' : writeLength(value);
  const [typed, setTyped] = useState<{ readonly text: string; readonly of: string } | null>(null);
  // What is typed stays as it is until the value changes from elsewhere.
  const text = typed !== null && typed.of === written ? typed.text : written;
  const wrong = text.trim() !== '' && readLength(text) === null;
  return (
    <div>
      <Textfield
        width={140}
        aria-label={label}
        placeholder="8:00"
        value={text}
        isInvalid={wrong}
        isReadOnly={readOnly}
        onChange={(event) => {
          const next = event.currentTarget.value;
          const ms = next.trim() === '' ? undefined : readLength(next);
          if (ms === null) return setTyped({ text: next, of: written });
          setTyped({ text: next, of: ms === undefined ? '' : writeLength(ms) });
          onChange(ms);
        }}
      />
      {wrong && (
        <span className={forms.error} role="alert">
          {t('settings.test.lengthInvalid')}
        </span>
      )}
    </div>
  );
}
