import { error } from '../../../kernel/finding';
import { checkCondition } from '../form/check-form';
import type { ItemProblem } from './item-problem';
import { hasPart } from '../kinds';
import type { Destination, FormField, ItemContent } from '../model';
import { isWebAddress } from '../texts/web-address';

/** What an editor must mend in what an item leads to, or consists of, before it can be published. */
export function checkKind(
  content: ItemContent,
  byId: ReadonlyMap<string, FormField>,
  itemIds: ReadonlySet<string> | undefined,
): readonly ItemProblem[] {
  const { opens, bundle = [] } = content;
  const leads = leadsOf(content);
  const named = [...leads.flatMap(({ to }) => to ?? []), ...bundle.map(({ itemId }) => toItem(itemId))];
  const missing = named.some((to) => to.kind === 'item' && itemIds?.has(to.id) === false);
  const at = hasPart(content, 'bundle') ? 'bundle' : 'rules';
  return [
    ...(hasPart(content, 'opens') ? checkOpens(opens) : []),
    ...(hasPart(content, 'leads') && leads.length === 0 ? [error('leadsNowhere', 'rules')] : []),
    ...(hasPart(content, 'bundle') ? checkBundle(bundle, byId) : []),
    ...(hasPart(content, 'form') && missing ? [error('leadsToUnknown', at)] : []),
  ];
}

/** What rules of the form lead to. */
export const leadsOf = ({ rules = [] }: Pick<ItemContent, 'rules'>) =>
  rules.flatMap(({ then }) => then.filter((effect) => effect.do === 'lead'));

const toItem = (id: string): Destination => ({ kind: 'item', id });

const checkOpens = (opens: Destination | undefined): readonly ItemProblem[] =>
  opens === undefined || !isDestination(opens) ? [error('noAddress', 'opens')] : [];

/** Whether somebody can be led there: an address of the web, or something that was chosen. */
export const isDestination = (to: Destination): boolean =>
  to.kind === 'url' ? isWebAddress(to.url) : to.id !== '';

/** So far a bundle can be written, and not ordered. */
const checkBundle = (
  bundle: NonNullable<ItemContent['bundle']>,
  byId: ReadonlyMap<string, FormField>,
): readonly ItemProblem[] => [
  error('bundleNotYet', 'kind'),
  ...(bundle.length === 0 || bundle.some(({ itemId }) => itemId === '')
    ? [error('bundleWithoutItem', 'bundle')]
    : []),
  ...bundle.flatMap(({ when }, index) => checkCondition(when, `bundle.${index}.when`, byId)),
];
