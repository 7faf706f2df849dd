import type { LocalizedText } from '../../../src/kernel/text';
import type { Bound } from '../../kit/controls/bound';
import { languageName, useLanguages } from '../../kit/controls/languages';
import { withLanguage } from '../../kit/controls/localized-input';
import { TextInput } from '../../kit/controls/text-input';

interface Props extends Bound<LocalizedText> {
  /** What its input in a language is called. */
  readonly nameIn: (language: string) => string;
  /** As wide as its row leaves room. */
  readonly isWide?: boolean;
}

/** A short text in each language, within a row. */
export const TextPair = ({ nameIn, isWide = false, value, readOnly, onChange }: Props) =>
  useLanguages().shown.map((language) => (
    <TextInput
      key={language}
      isCompact
      {...(!isWide && { width: 180 })}
      lang={language}
      label={nameIn(languageName(language))}
      value={value[language] ?? ''}
      readOnly={readOnly}
      onChange={(text) => onChange(withLanguage(value, language, text))}
    />
  ));
