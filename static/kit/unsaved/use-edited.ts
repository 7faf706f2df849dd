import { useState } from 'react';
import { useUnsaved } from './use-unsaved';

type Edited<T> = readonly [edited: T, edit: (value: T) => void, accept: (saved: T, sent: T) => void];

/**
 * What somebody edits and has not saved yet: the value, a way to change it, and one to put what was saved of it in its place, which
 * leaves what was typed since it was sent. Until then nobody leaves it unasked; `within` as for {@link useUnsaved}.
 */
export function useEdited<T>(saved: T, within?: string): Edited<T> {
  const [{ kept, edited }, set] = useState({ kept: saved, edited: saved });
  useUnsaved(edited !== kept, within);
  return [
    edited,
    (value) => set((before) => ({ ...before, edited: value })),
    (value, sent) =>
      set((before) => ({ kept: value, edited: before.edited === sent ? value : before.edited })),
  ];
}
