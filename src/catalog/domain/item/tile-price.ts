import type { FormField, ItemContent, Tile } from '../model';

type Priced = Pick<ItemContent, 'price' | 'quantity' | 'form' | 'rules'>;

/**
 * The least that an item costs, as lists tell it; left out where its price is hidden. It `varies` where options or how many are asked
 * for make it another: of options that are for some groups alone nothing is told.
 */
export function tilePrice(content: Priced): Tile['price'] {
  const { price, form, quantity, rules = [] } = content;
  if (price === undefined || price.hidden) return undefined;
  const { amount, currency, recurring } = price;
  const priced = form.filter((field) => pricesOf(field).some((each) => each !== 0));
  // What is only asked at times may cost nothing.
  const least = priced.map((field) => leastOf(field, field.visibleWhen === undefined && rules.length === 0));
  const cents = least.reduce((sum, each) => sum + Math.round(each * 100), Math.round(amount * 100));
  return {
    amount: Math.max(0, cents) / 100,
    currency,
    ...(recurring && { recurring }),
    ...((priced.length > 0 || quantity !== undefined) && { varies: true }),
  };
}

const pricesOf = ({ options = [] }: FormField): readonly number[] =>
  options.filter(({ groups }) => groups === undefined).map(({ price = 0 }) => price);

function leastOf(field: FormField, isAlwaysAsked: boolean): number {
  const prices = pricesOf(field);
  const saved = prices.filter((each) => each < 0);
  if (field.type === 'multiChoice' && saved.length > 0) return saved.reduce((sum, each) => sum + each);
  return field.required && isAlwaysAsked ? Math.min(...prices) : Math.min(0, ...prices);
}
