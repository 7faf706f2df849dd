import { useEffect, useMemo, useState } from 'react';
import type { RequestRow } from '../../../src/requests/domain/answers';
import { call } from '../../shared/api';
import { localized } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import { saidIn } from './item-index';
import { indexTexts } from './text-index';
import { useSettled } from './use-settled';

const MOST = 3;
const WEIGHT = { title: 10, stage: 3 };
/** Of a question about something else a word may be in a request by chance. */
const LEAST_SHARE = 0.5;
const DEBOUNCE_MS = 300;

/**
 * One's own requests that fit a search: the newest open ones, which are asked for with the first; where none of them does, those that
 * are over, which are asked for once typing pauses.
 */
export function useOwnRequests(query: string, mayAsk: boolean): readonly RequestRow[] {
  const isWanted = mayAsk && query !== '';
  const open = useFitting('open', query, isWanted);
  const settled = useSettled(query, DEBOUNCE_MS);
  const [asksClosed, setAsksClosed] = useState(false);
  const isMissing = isWanted && settled === query && open?.length === 0;
  useEffect(() => {
    if (isMissing) setAsksClosed(true);
  }, [isMissing]);
  const closed = useFitting('closed', query, isWanted && asksClosed);
  return open !== null && open.length > 0 ? open : (closed ?? NONE);
}

/** `null` while they are not there. */
function useFitting(
  scope: 'open' | 'closed',
  query: string,
  isWanted: boolean,
): readonly RequestRow[] | null {
  const { loaded } = useLoad(`${scope} ${isWanted}`, async () =>
    isWanted ? (await call('requests.list', { scope })).rows : null,
  );
  const rows = loaded.state === 'ready' ? loaded.value : null;
  const index = useMemo(
    () =>
      indexTexts(
        (rows ?? NONE).map(({ id, title, itemName, issueKey, stage }) => ({
          id,
          parts: [
            [`${title} ${saidIn(itemName)} ${issueKey}`, WEIGHT.title],
            [localized(stage.name), WEIGHT.stage],
          ],
        })),
      ),
    [rows],
  );
  if (rows === null) return null;
  const fitting = index.search(query).found.filter(({ share }) => share >= LEAST_SHARE);
  return fitting.slice(0, MOST).flatMap(({ id }) => rows.find((row) => row.id === id) ?? []);
}

const NONE: readonly RequestRow[] = [];
