/**
 * For whom the portal is shown: the viewer, or somebody who lets them make requests for them. It is chosen for this tab, and lasts as
 * long as it does.
 */
import { useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { viewer } from '../../shared/context';
import { RequestFailed } from '../../shared/api';
import { keep, kept } from '../../shared/kept';

const KEY = 'pledge.forWhom';
const keptSchema = v.object({ by: v.string(), person: v.string() });

type Chosen = v.InferOutput<typeof keptSchema>;

/** Of this page, also where the browser keeps nothing; read when it is first asked for. */
let chosen: Chosen | null | undefined;
let ended: string | null = null;
const listeners = new Set<() => void>();

/** What was chosen in this tab, whoever chose it. */
export const chosenBefore = (): Chosen | null =>
  chosen === undefined ? (chosen = kept(KEY, keptSchema, 'sessionStorage')) : chosen;

/** Whom requests are made for, where that is not the viewer. */
export function forWhom(): string | null {
  const found = chosenBefore();
  return found !== null && found.by === viewer().accountId ? found.person : null;
}

/** The same for the payload of a call. */
export const askedFor = (): { readonly for?: string } => {
  const person = forWhom();
  return person === null ? {} : { for: person };
};

/** Everything is shown for somebody from now on; `null` for the viewer. */
export function chooseForWhom(person: string | null): void {
  const by = viewer().accountId;
  chosen = person === null || by === null ? null : { by, person };
  ended = null;
  keep(KEY, chosen, 'sessionStorage');
  for (const tell of listeners) tell();
}

/** The viewer makes requests for them no more: everything is the viewer's own again, and says so. */
export function endForWhom(person: string): void {
  chooseForWhom(null);
  ended = person;
  for (const tell of listeners) tell();
}

export const useForWhom = (): string | null => useSyncExternalStore(subscribe, forWhom);
/** For whom the viewer was found to make requests no more, until they choose again. */
export const useEnded = (): string | null => useSyncExternalStore(subscribe, () => ended);

/** Whether a call was refused since the viewer does not make requests for that person, or not any more. */
export const isTakenBack = (error: unknown): boolean =>
  error instanceof RequestFailed && error.code === 'FORBIDDEN' && error.params['needed'] === 'delegation';

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
