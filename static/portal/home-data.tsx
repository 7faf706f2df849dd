import { createContext, useContext } from 'react';
import type { PortalHome, ShownCatalog } from '../../src/catalog/domain/call-answers';
import { call } from '../shared/api';
import type { Load } from '../shared/use-load';
import { askedFor, endForWhom, forWhom, isTakenBack } from './for-whom/for-whom';
import { forgetNoted, notedSearches } from './search/noted-searches';
import { keepCatalog, keptCatalog } from './kept-catalog';

/** The portal's first answer with the catalog in it, whether it came with it or was here already. */
export type Home = Omit<PortalHome, 'catalog'> & ShownCatalog;

/** Asked while the words of the screen are still on their way, and for whom. */
let begun: { readonly person: string | null; readonly home: Promise<Home> } | null = null;

/** Asks for the home before there is a screen to show it: whoever loads it first is answered by this. */
export function beginHome(): void {
  begun = { person: forWhom(), home: askHome() };
  // What went wrong is told to whoever takes it.
  begun.home.catch(() => undefined);
}

/** The home; asked for already where the screen has just begun, and not for somebody else. */
export function loadHome(): Promise<Home> {
  const early = begun;
  begun = null;
  return early !== null && early.person === forWhom() ? early.home : askHome();
}

/** Asks for the home, and of the catalog only for what this browser does not have. */
async function askHome(): Promise<Home> {
  const person = forWhom();
  const kept = keptCatalog(person);
  const searched = notedSearches();
  const { catalog: fresh, ...own } = await call('portal.home', {
    ...(kept !== null && { known: kept.key }),
    ...(searched.length > 0 && { searched }),
    ...askedFor(),
  }).catch((error: unknown) => {
    if (person !== null && isTakenBack(error)) endForWhom(person);
    throw error;
  });
  forgetNoted(searched.length);
  const catalog = fresh ?? kept;
  if (catalog === null) throw new Error('The portal was answered no catalog.');
  if (fresh !== null) keepCatalog(fresh, person);
  return { ...own, ...catalog };
}

/** The same with one catalog that its address names, whether the portal shows it or not. */
export async function loadCatalog(id: string): Promise<Home> {
  const { catalog, ...own } = await call('portal.home', { catalog: id, ...askedFor() });
  if (catalog === null) throw new Error('The portal was answered no catalog.');
  return { ...own, ...catalog };
}

const HomeContext = createContext<Load<Home> | null>(null);
export const HomeProvider = HomeContext.Provider;

/** The one answer the portal starts with, shared by its pages. */
export function useHome(): Load<Home> {
  const home = useContext(HomeContext);
  if (home === null) throw new Error('The portal has not begun to load.');
  return home;
}
