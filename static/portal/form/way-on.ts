import type { ItemCard } from '../../../src/catalog/domain/call-answers';
import type { Text } from '../../../src/catalog/domain/model';
import { answered } from '../../../src/catalog/domain/other-answers';
import { MAX_TEXT_LENGTH } from '../../../src/catalog/domain/texts/text-length';
import { localized } from '../../shared/i18n';
import type { Home } from '../home-data';
import { wordsOf } from './answer-words';
import type { Carried } from './carried-answers';

/** Where answers can go whose item is not offered any more. */
export interface WayOn {
  readonly item: ItemCard;
  readonly isReplacement: boolean;
}

/** What takes the item's place, as far as the viewer may order it; else the item for everything that no other is for; `null` for neither. */
export function wayOn({ items }: Pick<Home, 'items'>, itemId: string, replacedBy: string): WayOn | null {
  const replacement = items.find(({ id }) => id === replacedBy);
  if (replacement) return { item: replacement, isReplacement: true };
  const other = items.find(({ id, catchAll }) => catchAll !== undefined && id !== itemId);
  return other ? { item: other, isReplacement: false } : null;
}

type Begun = Omit<Carried, 'from' | 'filled'>;

/**
 * The answers on their way: to a replacement question by question; to the item for everything else as a text of questions
 * and answers, as far as one answer holds that much. What has no place there is kept beside.
 */
export function carriedOn({ item, isReplacement }: WayOn, begun: Begun, from: Text): Carried {
  const to = item.catchAll;
  // Secrets go nowhere.
  const spoken = answered(begun.form, begun.answers).filter((other) => wordsOf(other) !== null);
  const lines = spoken.map((other) => `${localized(other.field.label)}: ${wordsOf(other) ?? ''}`);
  const text = [localized(from), ...lines].join('\n');
  if (isReplacement || to === undefined || text.length > MAX_TEXT_LENGTH) return { ...begun, from };
  const said = new Set(spoken.map(({ field }) => field.id));
  const kept = begun.form.filter((field) => !said.has(field.id));
  return { ...begun, form: kept, from, isSpoken: true, filled: { [to]: text } };
}
