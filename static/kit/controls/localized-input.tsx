import Textarea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { t } from '../../shared/i18n';
import forms from '../forms.module.css';

interface LocalizedValue {
  readonly en: string;
  readonly ru?: string;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: LocalizedValue;
  readonly readOnly: boolean;
  readonly multiline?: boolean;
  readonly onChange: (value: LocalizedValue) => void;
}

/** A text and its Russian translation side by side; an empty translation falls back to English. */
export function LocalizedInput({ id, label, value, readOnly, multiline = false, onChange }: Props) {
  const write = (language: 'en' | 'ru', text: string) =>
    onChange(
      language === 'en' ? { ...value, en: text } : text === '' ? { en: value.en } : { ...value, ru: text },
    );
  return (
    <div className={forms.pair}>
      {(['en', 'ru'] as const).map((language) => {
        const input = {
          id: `${id}-${language}`,
          value: value[language] ?? '',
          isReadOnly: readOnly,
          lang: language,
        };
        return (
          <div key={language} className={forms.field}>
            <label className={forms.label} htmlFor={input.id}>
              {label} ({t(`kit.language.${language}`)})
            </label>
            {multiline ? (
              <Textarea
                {...input}
                minimumRows={3}
                onChange={(event) => write(language, event.currentTarget.value)}
              />
            ) : (
              <Textfield {...input} onChange={(event) => write(language, event.currentTarget.value)} />
            )}
          </div>
        );
      })}
    </div>
  );
}
