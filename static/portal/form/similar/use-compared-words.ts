import type { ItemPage } from '../../../../src/catalog/domain/call-answers';
import type { Answers } from '../../../../src/catalog/domain/model';
import { typedText } from '../../../../src/catalog/domain/form/typed-text';
import { searchWords } from '../../../../src/kernel/search/search-words';
import { forWhom } from '../../for-whom/for-whom';
import { useHome } from '../../home-data';
import { useAsking } from '../asking';

/** Of fewer words nothing can be said. */
const FEWEST_WORDS = 2;

/**
 * The telling words by which a form is compared with what was asked already, eight at most: of all that is written where one has open
 * requests, of what the item shares where colleagues may have. Empty where there is nothing to compare with, and for others: theirs are
 * not told.
 */
export function useComparedWords({ item }: ItemPage, answers: Answers): string {
  const { loaded: home } = useHome();
  const { isTrial } = useAsking();
  if (isTrial || forWhom() !== null) return '';
  const { form, joining } = item.content;
  const hasOpen = home.state === 'ready' && home.value.openRequests > 0;
  const shared = form.filter(({ id }) => id === joining?.shows);
  const words = searchWords(typedText(hasOpen ? form : shared, answers));
  return words.length < FEWEST_WORDS ? '' : words.join(' ');
}
