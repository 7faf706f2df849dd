import Button from '@atlaskit/button/default/button';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { missingIn, textsOf } from '../../../src/catalog/domain/item/item-texts';
import type { ItemContent } from '../../../src/catalog/domain/model';
import { languageName, useLanguages } from '../../kit/controls/languages';
import type { EditorFinding } from '../../kit/editor-page/findings';
import forms from '../../kit/forms.module.css';
import { localized, t } from '../../shared/i18n';
import { pageAddress } from '../addresses';

interface Props {
  readonly content: ItemContent;
  /** Whether the viewer reaches the page where languages are added. */
  readonly mayAdd: boolean;
  /** Shows where texts are missing, under a title. */
  readonly onMissing: (findings: readonly EditorFinding[], title: string) => void;
}

/** How much of an item is written in each language, and the way to what is not. */
export function LanguageProgress({ content, mayAdd, onMissing }: Props) {
  const { all, shown, showAll } = useLanguages();
  const texts = useMemo(() => textsOf(content), [content]);
  if (texts.length === 0) return null;
  return (
    <div className={forms.row} role="group" aria-label={t('settings.languages.title')}>
      {all.map((language) => {
        const missing = missingIn(texts, language);
        const name = languageName(language);
        const share = Math.floor((1 - missing.length / texts.length) * 100);
        const words = t('settings.languages.share', { language: name, share, count: missing.length });
        const show = () => {
          if (!shown.includes(language)) showAll(true);
          onMissing(
            missing.map(({ at, text }) => ({ at, severity: 'warning', text: localized(text) || at })),
            t('settings.languages.missing', { language: name }),
          );
        };
        return missing.length === 0 ? (
          <span key={language} className={forms.note}>
            {words}
          </span>
        ) : (
          <Button key={language} appearance="subtle" spacing="compact" onClick={show}>
            {words}
          </Button>
        );
      })}
      {mayAdd ? (
        <Link to={pageAddress('display')}>{t('settings.languages.add')}</Link>
      ) : (
        <span className={forms.note}>{t('settings.languages.whoAdds')}</span>
      )}
    </div>
  );
}
