import type { Bound } from '../../kit/controls/bound';
import { LANGUAGES, type LocalizedValue, withLanguage } from '../../kit/controls/localized-input';
import { TextInput } from '../../kit/controls/text-input';
import { t } from '../../shared/i18n';

interface Props extends Bound<LocalizedValue> {
  /** What its input in a language is called. */
  readonly nameIn: (language: string) => string;
}

/** A short text in both languages, within a row. */
export const TextPair = ({ nameIn, value, readOnly, onChange }: Props) =>
  LANGUAGES.map((language) => (
    <TextInput
      key={language}
      isCompact
      width={180}
      lang={language}
      label={nameIn(t(`kit.language.${language}`))}
      value={value[language] ?? ''}
      readOnly={readOnly}
      onChange={(text) => onChange(withLanguage(value, language, text))}
    />
  ));
