/** Answers on their way from the form of one item to that of another, within one visit. */
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { carryOver } from '../../../src/catalog/domain/carry-over';
import { type BegunForm, begunForm } from './use-request-form';

type Carried = Pick<BegunForm, 'form' | 'answers'> & Required<Pick<BegunForm, 'from'>>;

let waiting: (Carried & { readonly itemId: string }) | null = null;

/** They wait for the next page of that item. */
export function carryTo(itemId: string, carried: Carried): void {
  waiting = { ...carried, itemId };
}

/** They were taken, or somebody went elsewhere. */
export function dropCarried(): void {
  waiting = null;
}

/** The item's form with the answers that were brought, over those of its draft; `null` when none were. */
export function carriedTo(page: ItemPage): BegunForm | null {
  if (waiting?.itemId !== page.item.id) return null;
  const { form } = page.item.content;
  const begun = begunForm(page);
  const own = begun ? carryOver(begun.form, form, begun.answers).answers : {};
  return {
    form,
    answers: { ...own, ...carryOver(waiting.form, form, waiting.answers).answers },
    clientToken: begun?.clientToken ?? crypto.randomUUID(),
    from: waiting.from,
  };
}
