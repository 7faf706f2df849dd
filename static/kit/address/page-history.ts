import { view } from '@forge/bridge';

export interface Place {
  readonly pathname: string;
  /** With its question mark, or empty. */
  readonly search: string;
}
/** Back and forward are `POP`; the others somebody asked for. */
type Action = 'POP' | 'PUSH' | 'REPLACE';
export type Listener = (place: Place, action: Action) => void;
type Unlisten = () => unknown;

/** The part of the page's history that is documented and that the app uses. Across frames a function may answer later. */
export interface PageHistory {
  readonly location: Place;
  readonly push: (path: string) => unknown;
  readonly replace: (path: string) => unknown;
  readonly listen: (listener: Listener) => Unlisten | Promise<Unlisten>;
}

/** The history of the product's page, so that addresses of the app are real ones; one of the screen's own where the product has none. */
export function createHistory(): Promise<PageHistory> {
  const early = begun;
  begun = null;
  return early ?? askHistory();
}

let begun: Promise<PageHistory> | null = null;

/** Asks for the history before there is a screen: the first who creates one is given it. */
export function beginHistory(): void {
  begun = askHistory();
}

const askHistory = (): Promise<PageHistory> => view.createHistory().catch(() => ownHistory('/'));

/** A history that nobody sees and nothing survives. `back` goes where the screen was before. */
export function ownHistory(path: string): PageHistory & { readonly back: () => void } {
  const visited = [path];
  const listeners = new Set<Listener>();
  const placeNow = (): Place => {
    const [pathname = '', search] = (visited.at(-1) ?? '').split('?');
    return { pathname, search: search === undefined ? '' : `?${search}` };
  };
  const move = (action: Action, change: () => unknown): void => {
    change();
    for (const listener of listeners) listener(placeNow(), action);
  };
  return {
    get location() {
      return placeNow();
    },
    push: (to) => move('PUSH', () => visited.push(to)),
    replace: (to) => move('REPLACE', () => visited.splice(-1, 1, to)),
    back: () => move('POP', () => visited.pop()),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
