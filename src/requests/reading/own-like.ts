import type { Answers, PublishedItem } from '../../catalog/domain/model';
import { typedText } from '../../catalog/domain/form/typed-text';
import { similarTo } from '../../kernel/search/similar';
import type { OwnLike } from '../domain/answers';
import { type ListPorts, ownRequests, rowsWithoutPromises } from './list-requests';
import type { Person } from '../ports';

/** Of one's open requests so many are looked through, the newest, and of those of the item so many compared. */
const MOST_LOOKED_AT = 25;
const MOST_COMPARED = 10;
const MOST_SHOWN = 3;

/** Somebody's own open requests of an item whose titles say nearly what they write in its form, the likest first. */
export async function ownLike(
  item: PublishedItem,
  answers: Answers,
  { accountId }: Pick<Person, 'accountId'>,
  ports: ListPorts,
): Promise<readonly OwnLike[]> {
  const open = await ownRequests(accountId, 'open', undefined, MOST_LOOKED_AT);
  const ofItem = open.filter(({ itemId }) => itemId === item.id).slice(0, MOST_COMPARED);
  // What was promised of them is told on their own pages.
  const rows = await rowsWithoutPromises(ofItem, ports);
  return similarTo(typedText(item.content.form, answers), rows, ({ title }) => [title])
    .slice(0, MOST_SHOWN)
    .map(({ id, title, stage, receivedAt }) => ({ id, title, stage, receivedAt }));
}
