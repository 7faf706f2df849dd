import type { Answer, Answers, ItemContent, ItemPrice } from './model';
import { formState } from './visibility';

export type Price = Omit<ItemPrice, 'hidden'>;

/** The item's price with the chosen options; `null` for an item without a price. Hidden fields cost nothing. */
export function priceOf(
  content: Pick<ItemContent, 'price' | 'form' | 'rules'>,
  answers: Answers,
): Price | null {
  if (!content.price) return null;
  const state = formState(content.form, answers, content.rules);
  const extra = content.form
    .filter((field) => state.get(field.id)?.visible)
    .flatMap((field) =>
      (field.options ?? []).filter((option) => isChosen(state.get(field.id)?.answer, option.id)),
    )
    .reduce((sum, option) => sum + Math.round((option.price ?? 0) * 100), 0);
  const { amount, currency, recurring } = content.price;
  return { amount: (Math.round(amount * 100) + extra) / 100, currency, ...(recurring && { recurring }) };
}

const isChosen = (answer: Answer | undefined, optionId: string): boolean =>
  Array.isArray(answer) ? answer.includes(optionId) : answer === optionId;
