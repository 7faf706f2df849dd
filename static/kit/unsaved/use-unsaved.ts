import { createContext, useContext, useEffect, useRef } from 'react';
import { useLocation, useRouter } from 'wouter';
import { Guard } from './guard';

export const GuardContext = createContext(new Guard());

/**
 * Nobody leaves the page unasked while something in it is not saved: not by a link, not by going back, not by loading it again
 * or closing it. What happens inside `within`, a path like the page's own, loses nothing; by itself that is the page.
 * When the product takes the frame away, as its side bar does, nobody can be asked. What `save` can save now is saved instead: it
 * answers whether it is.
 */
export function useUnsaved(isUnsaved: boolean, within?: string, save?: () => Promise<boolean>): void {
  const guard = useContext(GuardContext);
  const [path] = useLocation();
  const { base } = useRouter();
  const inside = base + (within ?? path);
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const saved = guard.watch(inside, async () => (await latest.current?.()) ?? false);
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => {
      saved();
      window.removeEventListener('beforeunload', ask);
    };
  }, [guard, inside, isUnsaved]);
}
