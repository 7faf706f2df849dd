import { useState } from 'react';
import { useUnsaved } from './use-unsaved';

/**
 * What somebody edits and has not saved yet: the value, a way to change it, and one to put what was saved in its place. Until then
 * nobody leaves it unasked; `within` as for {@link useUnsaved}.
 */
export function useEdited<T>(
  saved: T,
  within?: string,
): readonly [edited: T, edit: (value: T) => void, accept: (saved: T) => void] {
  const [{ kept, edited }, set] = useState({ kept: saved, edited: saved });
  useUnsaved(edited !== kept, within);
  return [
    edited,
    (value) => set((before) => ({ ...before, edited: value })),
    (value) => set({ kept: value, edited: value }),
  ];
}
