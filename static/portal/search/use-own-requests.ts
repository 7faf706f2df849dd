import { useMemo } from 'react';
import type { RequestRow } from '../../../src/requests/domain/answers';
import { call } from '../../shared/api';
import { localized } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import { saidIn } from './item-index';
import { indexTexts } from './text-index';

const MOST = 3;
const WEIGHT = { title: 10, stage: 3 };
/** Of a question about something else a word may be in a request by chance. */
const LEAST_SHARE = 0.5;

/** One's own open requests that fit a search; they are asked for once, with the first. */
export function useOwnRequests(query: string, mayAsk: boolean): readonly RequestRow[] {
  const wanted = mayAsk && query !== '';
  const { loaded } = useLoad(String(wanted), async () =>
    wanted ? (await call('requests.list', { scope: 'open' })).rows : [],
  );
  const rows = loaded.state === 'ready' ? loaded.value : NONE;
  const index = useMemo(
    () =>
      indexTexts(
        rows.map(({ id, title, itemName, issueKey, stage }) => ({
          id,
          parts: [
            [`${title} ${saidIn(itemName)} ${issueKey}`, WEIGHT.title],
            [localized(stage.name), WEIGHT.stage],
          ],
        })),
      ),
    [rows],
  );
  const fitting = index.search(query).found.filter(({ share }) => share >= LEAST_SHARE);
  return fitting.slice(0, MOST).flatMap(({ id }) => rows.find((row) => row.id === id) ?? []);
}

const NONE: readonly RequestRow[] = [];
