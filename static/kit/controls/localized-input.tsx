import type { Language, LocalizedText } from '../../../src/kernel/text';
import forms from '../forms.module.css';
import type { Bound } from './bound';
import { languageName, LanguagesSwitch, useLanguages } from './languages';
import { TextInput } from './text-input';

interface Props extends Bound<LocalizedText> {
  readonly id: string;
  readonly label: string;
  readonly multiline?: boolean;
}

/** The text with one of its languages written anew; an emptied translation is none. */
export function withLanguage(value: LocalizedText, language: Language, text: string): LocalizedText {
  const { [language]: _former, ...others } = value;
  return language === 'en' || text !== '' ? { ...value, [language]: text } : { ...others, en: value.en };
}

/** A text and its translations side by side; an empty translation falls back to English. */
export function LocalizedInput({ id, label, value, readOnly, multiline = false, onChange }: Props) {
  const { shown } = useLanguages();
  return (
    <>
      <div className={forms.pair}>
        {shown.map((language) => (
          <div key={language} className={forms.field}>
            <label className={forms.label} htmlFor={`${id}-${language}`}>
              {label} ({languageName(language)})
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
      <LanguagesSwitch />
    </>
  );
}
