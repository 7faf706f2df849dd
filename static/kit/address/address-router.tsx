import { lazy, type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { type AroundNavHandler, type BaseLocationHook, Router } from 'wouter';
import { viewer } from '../../shared/context';
import { Guard } from '../unsaved/guard';
import { GuardContext } from '../unsaved/use-unsaved';
import { Address } from './address';
import { createHistory, type PageHistory } from './page-history';

const LeaveDialog = lazy(() => import('../unsaved/leave-dialog').then((m) => ({ default: m.LeaveDialog })));

interface Props {
  readonly children: ReactNode;
}

/** Puts the screen at the product's address, so that back, reload, links and bookmarks work. */
export function AddressRouter({ children }: Props) {
  const [history, setHistory] = useState<PageHistory | null>(null);
  useEffect(() => {
    let isGone = false;
    void createHistory().then((created) => isGone || setHistory(created));
    return () => {
      isGone = true;
    };
  }, []);
  return history && <Addressed history={history}>{children}</Addressed>;
}

/** The same over a history that is there already. */
export function Addressed({ history, children }: Props & { readonly history: PageHistory }) {
  const [guard] = useState(() => new Guard());
  const [{ address, ...routing }] = useState(() => routingOver(history, guard));
  useEffect(() => {
    const following = address.follow();
    return () => void following.then((stop) => stop());
  }, [address]);
  const isAsking = useSyncExternalStore(guard.subscribe, guard.isAsking);
  return (
    <GuardContext.Provider value={guard}>
      <Router {...routing}>{children}</Router>
      <Suspense fallback={null}>{isAsking && <LeaveDialog onAnswer={guard.answer} />}</Suspense>
    </GuardContext.Provider>
  );
}

/** For a move after which nothing is lost, as the work was saved: nobody is asked. */
export const SAVED = { state: 'saved' };

function routingOver(history: PageHistory, guard: Guard) {
  const address = new Address(history, guard);
  const usePath: BaseLocationHook = () => [
    asWritten(useSyncExternalStore(address.subscribe, () => address.path)),
    address.go,
  ];
  const useSearch = () => asWritten(useSyncExternalStore(address.subscribe, () => address.search));
  const aroundNav: AroundNavHandler = (go, to, options) => {
    const mayLeave = options?.state === SAVED.state || guard.ask(to);
    if (mayLeave === true) go(to, options);
    else void mayLeave.then((leaves) => leaves && go(to, options));
  };
  const root = rootOf(viewer().extension['location'], history.location.pathname);
  return { address, hook: usePath, searchHook: useSearch, aroundNav, hrefs: (path: string) => root + path };
}

/** The router decodes an address as a whole, so that a name with a slash or a percent sign would be read as another. */
const asWritten = (part: string): string => part.replaceAll('%', '%25');

/** Where the screen's paths begin on the site; empty when the product does not say it. */
function rootOf(location: unknown, path: string): string {
  const url = typeof location === 'string' && URL.canParse(location) ? new URL(location) : null;
  const inside = path === '/' ? '' : path;
  if (url === null || !url.pathname.endsWith(inside)) return '';
  return (url.origin + url.pathname.slice(0, url.pathname.length - inside.length)).replace(/\/$/, '');
}
