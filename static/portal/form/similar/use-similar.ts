import { useMemo } from 'react';
import type { ItemPage } from '../../../../src/catalog/domain/call-answers';
import type { Answers } from '../../../../src/catalog/domain/model';
import { similarTo } from '../../../../src/kernel/search/similar';
import { searchWords } from '../../../../src/kernel/search/search-words';
import type { RequestRow, SharedRow } from '../../../../src/requests/domain/answers';
import { call } from '../../../shared/api';
import { useLoad } from '../../../shared/use-load';
import { useNow } from '../../../shared/use-now';
import { type Announced, aboutItem } from '../../announcements/announced';
import { useHome } from '../../home-data';
import { useSettled } from '../../search/use-settled';

/** What is there already of what somebody types. */
interface Similar {
  readonly known: readonly Announced[];
  readonly own: readonly RequestRow[];
  readonly colleagues: readonly SharedRow[];
}

const SETTLED_MS = 800;
const FEWEST_WORDS = 2;
const MOST = 3;

/**
 * Known problems with the item, own open requests, and those of colleagues that the item shares, that say nearly what is typed. One's own are
 * asked for once; colleagues' once typing pauses and a word was added that says something: of a text eight are looked at.
 */
export function useSimilar({ item }: ItemPage, typed: string, answers: Answers): Similar {
  const { loaded: home } = useHome();
  const now = useNow();
  // Whoever has no open request is not asked about theirs.
  const hasOpen = home.state === 'ready' && home.value.openRequests > 0;
  const { loaded: all } = useLoad(`open ${hasOpen}`, async () =>
    hasOpen ? call('requests.list', { scope: 'open' }) : { rows: [] },
  );
  const { joining } = item.content;
  const said = joining === undefined ? undefined : answers[joining.shows];
  const words = useSettled(searchWords(typeof said === 'string' ? said : '').join(' '), SETTLED_MS);
  const { loaded: found } = useLoad(words, async () =>
    words.split(' ').length < FEWEST_WORDS
      ? { rows: [] }
      : call('requests.similar', { itemId: item.id, text: words }),
  );
  const text = useSettled(typed, SETTLED_MS);
  // The form is shown anew with every key; what is compared changes only once typing pauses.
  const known = useMemo(() => {
    const told = home.state === 'ready' ? aboutItem(home.value, item.id, now) : [];
    const problems = told.filter(({ kind, issueKey }) => kind === 'knownIssue' && issueKey !== undefined);
    return similarTo(text, problems, textsOf).slice(0, MOST);
  }, [home, item.id, now, text]);
  const own = useMemo(() => {
    const rows = all.state === 'ready' ? all.value.rows.filter(({ itemId }) => itemId === item.id) : [];
    return similarTo(text, rows, ({ title }) => [title]).slice(0, MOST);
  }, [all, item.id, text]);
  return { known, own, colleagues: found.state === 'ready' ? found.value.rows : [] };
}

/** What a problem says, in each language by itself. */
const textsOf = ({ name, text }: Announced): readonly string[] =>
  Object.entries(text).map(([language, said = '']) => `${name[language] ?? name.en} ${said}`);
