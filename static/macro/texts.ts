import type { TextSource } from '../shared/i18n';

/** Texts of this surface. */
export const macroTexts: TextSource = {
  en: () => import('./locales/en.json'),
  ru: () => import('./locales/ru.json'),
};
