import { leavesOf } from '../../../kernel/condition';
import type { Answer, Answers, AnswerTest, FormCondition, ItemContent, ItemPrice } from '../model';
import { formState } from './visibility';

export type Price = Omit<ItemPrice, 'hidden' | 'shownTo'>;
type Priced = Pick<ItemContent, 'price' | 'quantity' | 'form' | 'rules'>;

/** What all of it costs with the chosen options; `null` for an item without a price. Hidden fields cost nothing. */
export function priceOf(content: Priced, answers: Answers): Price | null {
  if (!content.price) return null;
  const state = formState(content.form, answers, content.rules);
  const extra = content.form
    .filter((field) => state.get(field.id)?.visible)
    .flatMap((field) =>
      (field.options ?? []).filter((option) => isChosen(state.get(field.id)?.answer, option.id)),
    )
    .reduce((sum, option) => sum + Math.round((option.price ?? 0) * 100), 0);
  const { amount, currency, recurring } = content.price;
  const count = quantityOf(content, state.get(content.quantity?.field ?? '')?.answer);
  const times = (cents: number): number => Math.round(cents * count) / 100;
  return {
    amount: times(Math.round(amount * 100) + extra),
    currency,
    ...(recurring && { recurring: { ...recurring, amount: times(Math.round(recurring.amount * 100)) } }),
  };
}

/** By an answer: one where the item does not ask, or nobody has answered yet. */
function quantityOf({ quantity }: Pick<ItemContent, 'quantity'>, answer: Answer | undefined): number {
  const said = answer === null || answer === '' ? Number.NaN : Number(answer);
  return quantity === undefined || !Number.isFinite(said) ? 1 : Math.max(0, said);
}

/** How many are ordered by these answers. */
export const quantityIn = (content: Pick<ItemContent, 'quantity'>, answers: Answers): number =>
  quantityOf(content, answers[content.quantity?.field ?? '']);

/** What approvals may test beside answers and facts: what all of it costs. Nobody says it but the app. */
export const PRICE = '@price';

/** The answers with what all of it costs: so approvals may test it, and requests keep it. */
export function withPrice(content: Priced, answers: Answers): Answers {
  const price = priceOf(content, answers);
  return price === null ? answers : { ...answers, [PRICE]: price.amount };
}

/** Whether a condition depends on the price. */
export const testsPrice = (condition: FormCondition | undefined): boolean =>
  leavesOf<AnswerTest>(condition).some(({ field }) => field === PRICE);

const isChosen = (answer: Answer | undefined, optionId: string): boolean =>
  Array.isArray(answer) ? answer.includes(optionId) : answer === optionId;
