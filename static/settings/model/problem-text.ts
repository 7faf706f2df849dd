import type { Problem } from '../../../src/sla/contract';
import { hasText, locale, t } from '../../shared/i18n';

/**
 * What is wrong and how to mend it. The rules speak English and name the parts; in another language their code stands
 * for the same sentence without the names, which the place of the problem tells.
 */
export function problemText({ code, message, howToMend, params }: Problem): string {
  const key = `settings.problem.${code}`;
  if (locale() !== 'en' && hasText(key)) return t(key, params);
  return message.includes(howToMend) ? message : `${message} ${howToMend}`;
}
