import { view } from '@forge/bridge';

export interface Place {
  readonly pathname: string;
  /** With its question mark, or empty. */
  readonly search: string;
}
type Unlisten = () => unknown;

/** The part of the page's history that is documented and that the app uses. Across frames a function may answer later. */
export interface PageHistory {
  readonly location: Place;
  readonly push: (path: string) => unknown;
  readonly replace: (path: string) => unknown;
  readonly listen: (listener: (place: Place) => void) => Unlisten | Promise<Unlisten>;
}

/** The history of the product's page, so that addresses of the app are real ones; one of the screen's own where the product has none. */
export const createHistory = (): Promise<PageHistory> => view.createHistory().catch(() => ownHistory('/'));

/** A history that nobody sees and nothing survives. `back` goes where the screen was before. */
export function ownHistory(path: string): PageHistory & { readonly back: () => void } {
  const visited = [path];
  const listeners = new Set<(place: Place) => void>();
  const placeNow = (): Place => {
    const [pathname = '', search] = (visited.at(-1) ?? '').split('?');
    return { pathname, search: search === undefined ? '' : `?${search}` };
  };
  const move = (change: () => unknown): void => {
    change();
    for (const listener of listeners) listener(placeNow());
  };
  return {
    get location() {
      return placeNow();
    },
    push: (to) => move(() => visited.push(to)),
    replace: (to) => move(() => visited.splice(-1, 1, to)),
    back: () => move(() => visited.pop()),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
