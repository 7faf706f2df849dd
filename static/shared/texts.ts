import type { TextSource } from './i18n';

/** Texts that every surface needs. */
export const sharedTexts: TextSource = {
  en: () => import('./locales/en.json'),
  ru: () => import('./locales/ru.json'),
};
