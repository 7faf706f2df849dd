import { useEffect, useState } from 'react';
import { type Names, namesIn, type TextOptions } from '../../../src/sla/engine/words/names';
import { viewer } from '../../shared/context';
import { locale, t } from '../../shared/i18n';
import { readNames } from './names';

/**
 * How reasons are put into words: the viewer's language and zone, and Jira's names for what the evidence mentions. Null
 * while they are read, so that no id flashes by.
 */
export function useWords(key: string, evidence: unknown): TextOptions | null {
  const [names, setNames] = useState<Names | null>(null);
  useEffect(() => {
    let wanted = true;
    void readNames(evidence).then((read) => {
      if (wanted) setNames(read);
    });
    return () => {
      wanted = false;
    };
    // The evidence is another object at every tick of the clock; what it says changes with the key.
  }, [key]);
  return names && { locale: locale(), say: t, zone: viewer().zone, nameOf: namesIn(names) };
}
