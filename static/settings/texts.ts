import type { TextSource } from '../shared/i18n';

/** Texts of the settings screens. */
export const settingsTexts: TextSource = {
  en: () => import('./locales/en.json'),
  ru: () => import('./locales/ru.json'),
};
