import type { TextSource } from '../shared/i18n';

export const portalTexts: TextSource = {
  en: () => import('./locales/en.json'),
  ru: () => import('./locales/ru.json'),
};
