import Button from '@atlaskit/button/default/button';
import { useMemo, useState } from 'react';
import { errorText } from '../../shared/error-text';
import { t } from '../../shared/i18n';
import { LiveRegion } from '../../shared/live-region';
import { SkeletonLines } from '../../shared/skeleton-lines';
import type { Home } from '../home-data';
import { Reader } from '../reader/reader';
import { articleResult, itemResult, ownerResult, requestResult } from './results';
import { askedFor } from './asked-for';
import { useNoted } from './noted-searches';
import { NothingFound } from './nothing-found';
import type { TextIndex } from './text-index';
import { useArticles } from './use-articles';
import type { useDetails } from './use-details';
import { useOwners } from './use-owners';
import { useOwnRequests } from './use-own-requests';
import { useSettled } from './use-settled';
import forms from '../../kit/forms.module.css';
import list from '../reader/article-list.module.css';

interface Props {
  readonly query: string;
  readonly home: Home;
  readonly index: TextIndex;
  readonly details: ReturnType<typeof useDetails>;
}

const MOST_ITEMS = 8;
const SAID_AFTER_MS = 1_000;

/**
 * One list for one question, best of each kind first: services to request, own requests to look at, articles to read, people
 * who own what was found. Where no service fits, it asks what is needed.
 */
export function SearchResults({ query, home, index, details }: Props) {
  const [reading, setReading] = useState<string | null>(null);
  /** Of which query all items are shown. */
  const [all, setAll] = useState<string | null>(null);
  const cards = useMemo(() => new Map(home.items.map((item) => [item.id, item])), [home.items]);
  const search = useMemo(() => index.search(query), [index, query]);
  const asked = useMemo(() => askedFor(query, search, index, cards), [query, search, index, cards]);
  const { articles: read, isCurrent, error } = useArticles(asked, home.confluence);
  const matching = search.found.flatMap(({ id }) => cards.get(id) ?? []);
  // Where none is, an item is found by what an article says that is pinned to it, to whoever may read that.
  const items =
    matching.length > 0
      ? matching
      : home.items.filter(({ id }) => read.some(({ pageId }) => details.get(id)?.pages.includes(pageId)));
  const requests = useOwnRequests(query, home.me.jira);
  const owners = useOwners(query, home.items, home.me.jira ? details : NOBODY, items);
  const terms = useMemo(
    () => new Set(search.words.flatMap(({ readings }) => readings.map(({ term }) => term))),
    [search],
  );
  // Who searched for a person by name found them: a name is not kept among what was searched for in vain.
  useNoted(query, matching.length > 0 || owners.some(({ isNamed }) => isNamed));
  const told = t('portal.search.found', {
    items: items.length,
    articles: read.length,
    requests: requests.length,
  });
  const shown = all === query ? items : items.slice(0, MOST_ITEMS);
  return (
    <>
      <LiveRegion text={useSettled(told, SAID_AFTER_MS)} />
      <ul className={list.list} aria-label={t('portal.search.results')}>
        {shown.map((item) => itemResult(item, terms))}
        {requests.map((row) => requestResult(row, terms))}
        {read.map((article) => articleResult(article, setReading))}
        {owners.map(ownerResult)}
      </ul>
      {shown.length < items.length && (
        <Button onClick={() => setAll(query)}>{t('portal.search.more', { count: items.length })}</Button>
      )}
      {!isCurrent && read.length === 0 && <SkeletonLines height={72} count={2} />}
      {error !== null && <p className={forms.hint}>{errorText(error)}</p>}
      {!home.confluence && <p className={forms.hint}>{t('portal.knowledge.notConnected')}</p>}
      {(items.length > 0 || isCurrent) && (
        <NothingFound query={query} items={home.items} found={items.length > 0} />
      )}
      {reading !== null && <Reader pageId={reading} onClose={() => setReading(null)} />}
    </>
  );
}

const NOBODY: Props['details'] = new Map();
