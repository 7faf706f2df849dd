import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { createHistory, type PageHistory } from '../../shared/navigation';
import { pathOf, type Route, routeOf } from './route';

interface Router {
  readonly route: Route;
  /** What the address says behind its question mark. */
  readonly search: URLSearchParams;
  readonly go: (route: Route) => void;
  /** Puts something else behind the question mark; the page stays, and going back leaves it. */
  readonly setSearch: (search: URLSearchParams) => void;
  readonly hrefOf: (route: Route) => string;
}

const RouterContext = createContext<Router | null>(null);

/** Where the portal is and how to go elsewhere. */
export function useRouter(): Router {
  const router = useContext(RouterContext);
  if (router === null) throw new Error('There is no router around this part of the portal.');
  return router;
}

/** Follows the product's history, so that back, forward and links from outside work. */
export function HistoryRouter({ children }: { readonly children: ReactNode }) {
  const [history, setHistory] = useState<PageHistory | null>(null);
  const [path, setPath] = useState('');
  const [search, setSearch] = useState('');

  useEffect(() => {
    let gone = false;
    const follow = ({ pathname, search: query }: PageHistory['location']): void => {
      setPath(pathname);
      setSearch(query);
    };
    const listening = createHistory().then((created) => {
      if (gone) return undefined;
      setHistory(created);
      follow(created.location);
      return created.listen(follow);
    });
    return () => {
      gone = true;
      void listening.then((stop) => stop?.());
    };
  }, []);

  const router = useMemo<Router | null>(
    () =>
      history && {
        route: routeOf(path),
        search: new URLSearchParams(search),
        setSearch: (next) => {
          const query = next.toString();
          history.replace(`${path}${query === '' ? '' : `?${query}`}`);
        },
        go: (route) => {
          history.push(pathOf(route));
          window.scrollTo({ top: 0 });
        },
        hrefOf: pathOf,
      },
    [history, path, search],
  );
  return router && <RouterContext.Provider value={router}>{children}</RouterContext.Provider>;
}

interface FixedProps {
  readonly route: Route;
  readonly go?: (route: Route) => void;
  readonly children: ReactNode;
}

/** A router that stands still: for parts shown, or tested, outside the product's address. */
export function FixedRouter({ route, go = () => undefined, children }: FixedProps) {
  const [search, setSearch] = useState(() => new URLSearchParams());
  const router = useMemo<Router>(
    () => ({ route, search, go, setSearch, hrefOf: pathOf }),
    [route, search, go],
  );
  return <RouterContext.Provider value={router}>{children}</RouterContext.Provider>;
}
