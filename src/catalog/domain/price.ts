import type { Answer, Answers, ItemContent } from './model';
import { formState } from './visibility';

export interface Price {
  readonly amount: number;
  readonly currency: string;
}

/** The item's price with the chosen options; `null` for an item without a price. Hidden fields cost nothing. */
export function priceOf(content: Pick<ItemContent, 'price' | 'form'>, answers: Answers): Price | null {
  if (!content.price) return null;
  const state = formState(content.form, answers);
  const extra = content.form
    .filter((field) => state.get(field.id)?.visible)
    .flatMap((field) => (field.options ?? []).filter((option) => isChosen(answers[field.id], option.id)))
    .reduce((sum, option) => sum + Math.round((option.price ?? 0) * 100), 0);
  return { amount: (Math.round(content.price.amount * 100) + extra) / 100, currency: content.price.currency };
}

const isChosen = (answer: Answer | undefined, optionId: string): boolean =>
  Array.isArray(answer) ? answer.includes(optionId) : answer === optionId;
