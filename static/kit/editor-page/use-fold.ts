import { useState } from 'react';

/**
 * Whether a folded part is open, and a way to say it. A reason (any object; null is none) opens it once: who folds it again
 * is heard until there is another.
 */
export function useFold(...reasons: readonly (object | null)[]): readonly [boolean, (open: boolean) => void] {
  const [fold, setFold] = useState<{ readonly open: boolean; readonly known: readonly (object | null)[] }>({
    open: false,
    known: [],
  });
  if (reasons.some((reason, index) => reason !== null && reason !== fold.known[index]))
    setFold({ open: true, known: reasons });
  return [fold.open, (open) => setFold({ ...fold, open })];
}
