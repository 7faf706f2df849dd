import type { TextSource } from './i18n';

/**
 * The SLA panel's texts, for screens that show its timeline or its states. Not the panel's own module: one that the
 * panel shared with them would be a file more for each issue to load.
 */
export const slaWords: TextSource = {
  en: () => import('../sla-panel/locales/en.json'),
  ru: () => import('../sla-panel/locales/ru.json'),
};
