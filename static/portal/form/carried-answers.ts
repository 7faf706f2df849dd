/** Answers on their way from the form of one item to that of another, within one visit. */
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { carryOver } from '../../../src/catalog/domain/answers/carry-over';
import { withOthers } from '../../../src/catalog/domain/answers/other-answers';
import { inSentences } from './in-sentences';
import type { BegunForm } from './use-request-form';

export interface Carried extends Omit<BegunForm, 'clientToken'> {
  /** Those of a draft go with its token, and the draft with them; any others begin one of their own. */
  readonly clientToken?: string;
  readonly from: NonNullable<BegunForm['from']>;
  /** They are told in sentences: this question asks what people need. */
  readonly asText?: string;
}

let waiting: (Carried & { readonly itemId: string }) | null = null;

/** They wait for the next page of that item. */
export function carryTo(itemId: string, carried: Carried): void {
  waiting = { ...carried, itemId };
}

/** They were taken, or somebody went elsewhere. */
export function dropCarried(): void {
  waiting = null;
}

/** The item's form with the answers that were brought; `null` when none were. */
export function carriedTo(page: ItemPage): BegunForm | null {
  if (waiting?.itemId !== page.item.id) return null;
  const { form } = page.item.content;
  const { itemId: _, asText, clientToken = crypto.randomUUID(), ...begun } = waiting;
  const told = asText === undefined ? null : inSentences(begun, form, asText);
  const left = told === null ? begun.form : begun.form.filter(({ id }) => !told.of.has(id));
  const { answers, others } = carryOver(left, form, begun.answers);
  return {
    ...begun,
    form,
    clientToken,
    answers: { ...answers, ...told?.answers },
    others: withOthers(begun.others, others),
    ...(told !== null && { isSpoken: true }),
  };
}
