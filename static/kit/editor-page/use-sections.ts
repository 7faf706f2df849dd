import { useEffect, useState } from 'react';
import { useAddressParam } from '../address/use-address-param';
import { type EditorSection, headingId } from './section';

interface Sections {
  /** The one that is read now. */
  readonly current: string;
  /** Where somebody was led: another object each time. */
  readonly asked: { readonly key: string } | null;
  readonly go: (key: string) => void;
}

/**
 * What is read begins a little below where a section that somebody is led to stands (`scroll-padding` of the stylesheet, 152 px on a
 * narrow screen), and ends well above the lower edge.
 */
const READ_AT = '-160px 0px -50% 0px';

/** Which section of an editor is read, and ways between them. The address names where somebody was led. */
export function useSections(sections: readonly EditorSection[]): Sections {
  const [named, setNamed] = useAddressParam('section');
  const keys = sections.map(({ key }) => key).join(' ');
  const [asked, setAsked] = useState(keys.split(' ').includes(named) ? { key: named } : null);
  const [current, setCurrent] = useState(asked?.key ?? sections[0]?.key ?? '');

  useEffect(() => {
    if (asked === null) return;
    const section = document.getElementById(headingId(asked.key));
    section?.scrollIntoView?.();
    section?.focus({ preventScroll: true });
  }, [asked]);

  useEffect(() => {
    if (!('IntersectionObserver' in window)) return undefined;
    const shown = new Set<string>();
    const read = new IntersectionObserver(
      (seen) => {
        for (const { isIntersecting, target } of seen)
          if (isIntersecting) shown.add(target.id);
          else shown.delete(target.id);
        const first = keys.split(' ').find((key) => shown.has(headingId(key)));
        if (first !== undefined) setCurrent(first);
      },
      // Of a frame the margin holds only where its own document is the root.
      { root: document, rootMargin: READ_AT },
    );
    for (const key of keys.split(' ')) {
      const section = document.getElementById(headingId(key));
      if (section !== null) read.observe(section);
    }
    return () => read.disconnect();
  }, [keys]);

  const go = (key: string): void => {
    setNamed(key);
    setAsked({ key });
    setCurrent(key);
  };
  return { current, asked, go };
}
