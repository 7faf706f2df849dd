import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { type Start, startOf } from '../../../src/catalog/domain/defaults';
import { todayThere } from '../../shared/dates';
import { ANSWER_PARAM } from './answer-param';
import { earliestDates } from './earliest-date';

/** What a fresh form starts with, by its own defaults and by the address it was opened with. */
export function useStart(page: ItemPage, accountId: string): Start {
  const [search] = useSearchParams();
  const [start] = useState(() => {
    const { form, rules } = page.item.content;
    const now = Date.now();
    return startOf(form, {
      accountId,
      rules,
      today: todayThere(now),
      workingDate: earliestDates(page, {}, accountId, now),
      about: page.requester ?? {},
      previous: page.previous,
      found: page.found,
      said: (id) => search.get(`${ANSWER_PARAM}${id}`),
    });
  });
  return start;
}
