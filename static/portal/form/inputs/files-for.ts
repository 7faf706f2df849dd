import { createContext, useContext } from 'react';

/** What files are uploaded for: the form of an item with the draft it is kept as, or a request that was sent; `null` where a form is only tried. */
export type FilesFor =
  | { readonly itemId: string; readonly draftId: string }
  | { readonly requestId: string }
  | null;

const Context = createContext<FilesFor>(null);
export const FilesForProvider = Context.Provider;
export const useFilesFor = (): FilesFor => useContext(Context);
