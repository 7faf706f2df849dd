import type { TextSource } from '../shared/i18n';

/** Texts of the SLA panel. */
export const slaTexts: TextSource = {
  en: () => import('./locales/en.json'),
  ru: () => import('./locales/ru.json'),
};
