import { createContext, useContext } from 'react';
import type { PortalHome, ShownCatalog } from '../../src/catalog/domain/call-answers';
import { call } from '../shared/api';
import { viewer } from '../shared/context';
import type { Load } from '../shared/use-load';
import { askedFor, chosenBefore, endForWhom, forWhom, isTakenBack } from './for-whom/for-whom';
import { forgetNoted, notedSearches } from './search/noted-searches';
import { catalogBefore, keepCatalog, keptCatalog } from './kept-catalog';

/** The portal's first answer with the catalog in it, whether it came with it or was here already. */
export type Home = Omit<PortalHome, 'catalog'> & ShownCatalog;

/** A home that was asked for: for whom, by what of the catalog was here, and how many searches it counts. */
interface Asked {
  readonly person: string | null;
  readonly kept: ShownCatalog | null;
  readonly counted: number;
  readonly answer: Promise<PortalHome>;
}

/** Asked before it is known who looks, for whoever looked last; `by` is null where nothing here is of anybody. */
let begun: (Asked & { readonly by: string | null }) | null = null;

/**
 * Asks for the home before there is a screen to show it, or a viewer to know: the server answers whoever asks. What was
 * here of somebody else is found out when the answer is taken, and asked for anew.
 */
export function beginHome(): void {
  const chosen = chosenBefore();
  const catalog = catalogBefore();
  const by = chosen?.by ?? catalog?.by ?? null;
  const kept = chosen === null && catalog !== null ? catalog.catalog : null;
  begun = { by, ...askHome(chosen?.person ?? null, kept) };
}

/** The home; asked for already where the screen has just begun, as this viewer and not for somebody else. */
export function loadHome(): Promise<Home> {
  const early = begun;
  begun = null;
  const person = forWhom();
  if (early?.person === person && (early.by === null || early.by === viewer().accountId)) return taken(early);
  // The searches of one that is not taken were counted all the same.
  forgetNoted(early?.counted ?? 0);
  return taken(askHome(person, keptCatalog(person)));
}

/** Asks for the home, and of the catalog only for what this browser does not have. */
function askHome(person: string | null, kept: ShownCatalog | null): Asked {
  const searched = notedSearches();
  const answer = call('portal.home', {
    ...(kept !== null && { known: kept.key }),
    ...(searched.length > 0 && { searched }),
    ...(person !== null && { for: person }),
  });
  // What went wrong is told to whoever takes it.
  answer.catch(() => undefined);
  return { person, kept, counted: searched.length, answer };
}

async function taken({ person, kept, counted, answer }: Asked): Promise<Home> {
  const { catalog: fresh, ...own } = await answer.catch((error: unknown) => {
    if (person !== null && isTakenBack(error)) endForWhom(person);
    throw error;
  });
  forgetNoted(counted);
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
