import { useMemo } from 'react';
import type { ItemPage } from '../../../../src/catalog/domain/call-answers';
import { similarTo } from '../../../../src/kernel/search/similar';
import { useNow } from '../../../shared/use-now';
import { type Announced, aboutItem } from '../../announcements/announced';
import { useHome } from '../../home-data';
import { useSettled } from '../../search/use-settled';

const SETTLED_MS = 800;
const MOST = 3;

/** Known problems with the item that say nearly what is typed. The form is shown anew with every key; this changes only once typing pauses. */
export function useKnown({ item }: ItemPage, typed: string): readonly Announced[] {
  const { loaded: home } = useHome();
  const now = useNow();
  const text = useSettled(typed, SETTLED_MS);
  return useMemo(() => {
    const told = home.state === 'ready' ? aboutItem(home.value, item.id, now) : [];
    const problems = told.filter(({ kind, issueKey }) => kind === 'knownIssue' && issueKey !== undefined);
    return similarTo(text, problems, textsOf).slice(0, MOST);
  }, [home, item.id, now, text]);
}

/** What a problem says, in each language by itself. */
const textsOf = ({ name, text }: Announced): readonly string[] =>
  Object.entries(text).map(([language, said = '']) => `${name[language] ?? name.en} ${said}`);
