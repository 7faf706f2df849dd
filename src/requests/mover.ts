import type { RequestDocument } from './domain/model';
import type { MoveTo } from './ports';

/**
 * Who moves the issue of a request: the app, by the item's rules. What an adopted request says of its item could have been
 * edited on the issue, so there the person moves it, as far as Jira lets them.
 */
export const mover = (
  { adopted }: Pick<RequestDocument, 'adopted'>,
  ports: { readonly moveTo: MoveTo; readonly moveAsUser: MoveTo },
): MoveTo => (adopted ? ports.moveAsUser : ports.moveTo);
