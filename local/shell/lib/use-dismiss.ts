import { type RefObject, useEffect } from 'react';

/** While something is open, closes it at a click elsewhere or at Escape, and says which it was. */
export function useDismiss(
  root: RefObject<HTMLElement | null>,
  open: boolean,
  close: (by: 'click' | 'escape') => void,
): void {
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) close('click');
    };
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close('escape');
    document.addEventListener('mousedown', outside);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('mousedown', outside);
      document.removeEventListener('keydown', onKey);
    };
  });
}
