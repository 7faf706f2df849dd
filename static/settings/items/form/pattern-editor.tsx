import { useId, useState } from 'react';
import type { AnswerPattern } from '../../../../src/catalog/domain/model';
import {
  matchesPattern,
  MAX_PATTERN_LENGTH,
  patternFault,
} from '../../../../src/catalog/domain/texts/pattern';
import { Checkbox } from '../../../kit/controls/checkbox';
import { LabelledField } from '../../../kit/controls/labelled-field';
import { LocalizedInput } from '../../../kit/controls/localized-input';
import { TextInput } from '../../../kit/controls/text-input';
import type { Drawn } from '../../../kit/fields/controls';
import { t } from '../../../shared/i18n';
import styles from './builder.module.css';

/** A pattern, what is said of an answer that does not match it, and a place to try it out. Emptied, it is none. */
export function PatternEditor({ id, value, readOnly, onChange }: Drawn<AnswerPattern | undefined>) {
  return (
    <>
      <TextInput
        id={id}
        isMonospaced
        maxLength={MAX_PATTERN_LENGTH}
        value={value?.regex ?? ''}
        readOnly={readOnly}
        onChange={(regex) => onChange(regex === '' ? undefined : { message: { en: '' }, ...value, regex })}
      />
      {value !== undefined && (
        <>
          <Checkbox
            label={t('settings.form.ignoreCase')}
            value={value.ignoreCase ?? false}
            readOnly={readOnly}
            onChange={(isOn) => {
              const { ignoreCase: _former, ...rest } = value;
              onChange(isOn ? { ...rest, ignoreCase: true } : rest);
            }}
          />
          <LocalizedInput
            id={`${id}-message`}
            label={t('settings.form.patternMessage')}
            value={value.message}
            readOnly={readOnly}
            onChange={(message) => onChange({ ...value, message })}
          />
          {!readOnly && patternFault(value.regex) === null && <TryOut pattern={value} />}
        </>
      )}
    </>
  );
}

/** Says of what is typed whether it would be taken. */
function TryOut({ pattern }: { readonly pattern: AnswerPattern }) {
  const id = useId();
  const [tried, setTried] = useState('');
  const fits = matchesPattern(pattern.regex, tried.trim(), pattern.ignoreCase);
  return (
    <LabelledField id={id} label={t('settings.form.tryOut')}>
      <TextInput id={id} value={tried} readOnly={false} onChange={setTried} />
      <span role="status" className={fits ? styles.fits : styles.fitsNot}>
        {tried.trim() !== '' && t(fits ? 'settings.form.fits' : 'settings.form.fitsNot')}
      </span>
    </LabelledField>
  );
}
