import { createContext, useContext } from 'react';

/** The item for whose form files are uploaded; `null` where the form is only tried, and nothing is. */
const FilesOfItem = createContext<string | null>(null);
export const FilesOfItemProvider = FilesOfItem.Provider;
export const useFilesOfItem = (): string | null => useContext(FilesOfItem);
