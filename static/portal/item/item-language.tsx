import Button from '@atlaskit/button/default/button';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import type { Language } from '../../../src/kernel/text';
import { ownLanguageName } from '../../kit/controls/languages';
import forms from '../../kit/forms.module.css';
import { readsIn, t } from '../../shared/i18n';

/** What an item is written in, as far as its name tells: whoever wrote that wrote the rest. */
const languagesOf = ({ item }: ItemPage): readonly Language[] =>
  Object.entries(item.content.name).flatMap(([language, name]) => (name?.trim() ? [language] : []));

interface Props {
  readonly page: ItemPage;
  /** What it is shown in. */
  readonly language: Language | null;
  readonly onChange: (language: Language) => void;
}

/** Shows an item in another of the languages it is written in; nothing where there is none. */
export function ItemLanguage({ page, language, onChange }: Props) {
  const languages = languagesOf(page);
  if (languages.length < 2) return null;
  const now = language ?? (languages.includes(readsIn()) ? readsIn() : 'en');
  return (
    <div className={forms.row} role="group" aria-label={t('portal.item.language')}>
      {languages.map((each) => (
        <Button
          key={each}
          appearance="subtle"
          spacing="compact"
          isSelected={each === now}
          aria-pressed={each === now}
          lang={each}
          onClick={() => onChange(each)}
        >
          {ownLanguageName(each)}
        </Button>
      ))}
    </div>
  );
}
