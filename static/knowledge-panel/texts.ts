import type { TextSource } from '../shared/i18n';

/** Texts of the knowledge panel. */
export const knowledgeTexts: TextSource = {
  en: () => import('./locales/en.json'),
  ru: () => import('./locales/ru.json'),
};
