import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { createHistory } from '../../shared/navigation';
import { pathOf, type Route, routeOf } from './route';

type History = Awaited<ReturnType<typeof createHistory>>;

interface Router {
  readonly route: Route;
  readonly go: (route: Route) => void;
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
  const [history, setHistory] = useState<History | null>(null);
  const [path, setPath] = useState('');

  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    void createHistory().then((created) => {
      if (gone) return;
      setHistory(created);
      setPath(created.location.pathname);
      stop = created.listen((location) => setPath(location.pathname));
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, []);

  const router = useMemo<Router | null>(
    () =>
      history && {
        route: routeOf(path),
        go: (route) => {
          history.push(pathOf(route));
          window.scrollTo({ top: 0 });
        },
        hrefOf: (route) => history.createHref({ pathname: pathOf(route) }),
      },
    [history, path],
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
  const router = useMemo<Router>(() => ({ route, go, hrefOf: pathOf }), [route, go]);
  return <RouterContext.Provider value={router}>{children}</RouterContext.Provider>;
}
