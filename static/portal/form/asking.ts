import { createContext, useContext } from 'react';
import type { Answers } from '../../../src/catalog/domain/model';
import type { Keeping } from '../../../src/requests/domain/draft-list';
import { call } from '../../shared/api';
import { viewer } from '../../shared/context';
import { askedFor, forWhom } from '../for-whom/for-whom';

export interface SentForm {
  readonly clientToken: string;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly answers: Answers;
  /** How it is kept as a draft where it can't be sent. */
  readonly keeping: Keeping;
}

interface Made {
  readonly requestId: string;
  readonly issueKey?: string | undefined;
}

/** Whom a form is filled in for, and what becomes of it. */
export interface Asking {
  readonly accountId: string;
  /** Who fills it in for them; left out where they do it themselves. */
  readonly by?: string | undefined;
  /** Nothing of it is kept, counted or made. */
  readonly isTrial: boolean;
  /** Answers what was made; `null` where it was only tried. Left out for those who may only look. */
  readonly send?: ((form: SentForm) => Promise<Made | null>) | undefined;
  /** What the item's conditions may know of somebody else for whom it is asked. */
  readonly factsOf: (itemId: string, person: string) => Promise<{ readonly facts: Answers }>;
}

const AskingContext = createContext<Asking | null>(null);
export const AskingProvider = AskingContext.Provider;

/** In the portal the viewer asks, for themselves or for whom it is shown, and makes a request. */
export const useAsking = (): Asking => useContext(AskingContext) ?? inPortal();

function inPortal(): Asking {
  const me = viewer().accountId ?? '';
  const person = forWhom();
  return {
    accountId: person ?? me,
    by: person === null ? undefined : me,
    isTrial: false,
    send: (form) => call('requests.submit', { ...form, ...askedFor() }),
    factsOf: (itemId, whom) => call('portal.facts', { itemId, person: whom }),
  };
}
