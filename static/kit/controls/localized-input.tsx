import { t } from '../../shared/i18n';
import forms from '../forms.module.css';
import type { Bound } from './bound';
import { TextInput } from './text-input';

/** A text in English, which stands for itself where it has no translation. */
export interface LocalizedValue {
  readonly en: string;
  readonly ru?: string;
}

interface Props extends Bound<LocalizedValue> {
  readonly id: string;
  readonly label: string;
  readonly multiline?: boolean;
}

export const LANGUAGES = ['en', 'ru'] as const;
type Language = (typeof LANGUAGES)[number];

/** The text with one of its languages written anew; an emptied translation is none. */
export const withLanguage = (value: LocalizedValue, language: Language, text: string): LocalizedValue =>
  language === 'en' ? { ...value, en: text } : text === '' ? { en: value.en } : { ...value, ru: text };

/** A text and its Russian translation side by side; an empty translation falls back to English. */
export function LocalizedInput({ id, label, value, readOnly, multiline = false, onChange }: Props) {
  return (
    <div className={forms.pair}>
      {LANGUAGES.map((language) => (
        <div key={language} className={forms.field}>
          <label className={forms.label} htmlFor={`${id}-${language}`}>
            {label} ({t(`kit.language.${language}`)})
          </label>
          <TextInput
            id={`${id}-${language}`}
            lang={language}
            {...(multiline && { lines: 3 })}
            value={value[language] ?? ''}
            readOnly={readOnly}
            onChange={(text) => onChange(withLanguage(value, language, text))}
          />
        </div>
      ))}
    </div>
  );
}
