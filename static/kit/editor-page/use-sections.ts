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

/** A line a little below the bar: the last section that begins above it is the one that is read. */
const READ_AT = '-140px 0px -70% 0px';

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
    const read = new IntersectionObserver(
      (seen) => {
        const first = seen.find(({ isIntersecting }) => isIntersecting)?.target.id;
        const key = keys.split(' ').find((each) => headingId(each) === first);
        if (key !== undefined) setCurrent(key);
      },
      { rootMargin: READ_AT },
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
