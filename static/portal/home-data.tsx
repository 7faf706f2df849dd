import { createContext, useContext } from 'react';
import type { PortalHome } from '../../src/catalog/contract';
import type { Load } from '../shared/use-load';

const HomeContext = createContext<Load<PortalHome> | null>(null);
export const HomeProvider = HomeContext.Provider;

/** The one answer the portal starts with, shared by its pages. */
export function useHome(): Load<PortalHome> {
  const home = useContext(HomeContext);
  if (home === null) throw new Error('The portal has not begun to load.');
  return home;
}
