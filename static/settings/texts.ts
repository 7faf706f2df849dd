import type { TextSource } from '../shared/i18n';

/** Texts of the settings screens. */
export const settingsTexts: TextSource = {
  en: () => import('./locales/en.json'),
  ru: () => import('./locales/ru.json'),
};

/** What is said of findings in SLA definitions, on the command line too. */
export const findingTexts: TextSource = {
  en: () => import('../../src/sla/words/findings/en.json'),
  ru: () => import('../../src/sla/words/findings/ru.json'),
};
