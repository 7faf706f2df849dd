import Button from '@atlaskit/button/default/button';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Language } from '../../../src/kernel/text';
import { locale, t } from '../../shared/i18n';
import type { Option } from './option';

/** Every site has these: the app's own screens are in them. */
const OWN: readonly Language[] = ['en', 'ru'];
/** Those that Jira's screens are in, and that its people therefore read texts in. */
const OF_JIRA = 'cs da de el en es et fi fr hu is it ja ko nb nl pl pt ro ru sk sv th tr uk vi zh'.split(' ');

interface Languages {
  /** That texts are written in: English, Russian, then those the site has added. */
  readonly all: readonly Language[];
  /** Those of them that there are inputs for now: the added ones are folded away until somebody asks for them. */
  readonly shown: readonly Language[];
  readonly showAll: (isAll: boolean) => void;
}

const LanguagesContext = createContext<Languages>({ all: OWN, shown: OWN, showAll: () => undefined });

interface Props {
  /** Beside English and Russian. */
  readonly added: readonly Language[];
  readonly children: ReactNode;
}

/** The languages of all texts below it. They are unfolded for all of them at once: a translator goes through many. */
export function LanguagesProvider({ added, children }: Props) {
  const [isAll, showAll] = useState(false);
  const languages = useMemo(() => {
    const all = [...OWN, ...added];
    return { all, shown: isAll ? all : OWN, showAll };
  }, [added, isAll]);
  return <LanguagesContext.Provider value={languages}>{children}</LanguagesContext.Provider>;
}

export const useLanguages = (): Languages => useContext(LanguagesContext);

/** What a language is called in the language of the screen. */
export const languageName = (language: Language): string =>
  new Intl.DisplayNames(locale(), { type: 'language' }).of(language) ?? language;

/** What a language calls itself: who looks for it may read no other. */
export function ownLanguageName(language: Language): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** Languages to choose from: Jira's, or some of them. */
export const languageOptions = (languages: readonly Language[] = OF_JIRA): readonly Option[] =>
  languages.map((value) => ({ value, label: languageName(value) }));

/** The languages a site may add. */
export const moreLanguages = (): readonly Option[] =>
  languageOptions(OF_JIRA.filter((language) => !OWN.includes(language)));

/** Folds the inputs of added languages away, and back; nothing where the site has added none. */
export function LanguagesSwitch() {
  const { all, shown, showAll } = useLanguages();
  const more = all.slice(OWN.length);
  if (more.length === 0) return null;
  const isAll = shown.length === all.length;
  return (
    <div>
      <Button appearance="subtle" spacing="compact" aria-expanded={isAll} onClick={() => showAll(!isAll)}>
        {isAll
          ? t('kit.languages.less')
          : t('kit.languages.more', { names: more.map(languageName).join(', ') })}
      </Button>
    </div>
  );
}
