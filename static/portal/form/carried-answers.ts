/** Answers on their way from the form of one item to that of another, within one visit. */
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { carryOver } from '../../../src/catalog/domain/carry-over';
import type { Answers } from '../../../src/catalog/domain/model';
import { withOthers } from '../../../src/catalog/domain/other-answers';
import type { BegunForm } from './use-request-form';

export interface Carried extends Omit<BegunForm, 'clientToken'> {
  /** Those of a draft go with its token, and the draft with them; any others begin one of their own. */
  readonly clientToken?: string;
  readonly from: NonNullable<BegunForm['from']>;
  /** Answers to questions of the form they go to. */
  readonly filled?: Answers;
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
  const { itemId: _, filled, clientToken = crypto.randomUUID(), ...begun } = waiting;
  const { answers, others } = carryOver(begun.form, form, begun.answers);
  return {
    ...begun,
    form,
    clientToken,
    answers: { ...answers, ...filled },
    others: withOthers(begun.others, others),
  };
}
