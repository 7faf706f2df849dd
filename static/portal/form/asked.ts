import type { FormField } from '../../../src/catalog/domain/model';
import { localized } from '../../shared/i18n';

/** A question before its answer: with a colon, unless it ends with a sign of its own. */
export function asked({ label }: Pick<FormField, 'label'>): string {
  const words = localized(label).trim();
  return /[?!:…]$/.test(words) ? words : `${words}:`;
}
