import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import {
  heldAnswers,
  type Start,
  type Starting,
  startOf,
} from '../../../src/catalog/domain/answers/defaults';
import type { Answers } from '../../../src/catalog/domain/model';
import { todayThere } from '../../shared/dates';
import { ANSWER_PARAM } from './answer-param';
import { earliestDates } from './earliest-date';

interface Begins extends Start {
  /** What stands in fields while a rule makes them read-only. */
  readonly held: Answers;
}

/** What a fresh form starts with, by its own defaults and by the address it was opened with. */
export function useStart(page: ItemPage, accountId: string): Begins {
  const [search] = useSearchParams();
  const [start] = useState(() => {
    const { form, rules } = page.item.content;
    const now = Date.now();
    const starting: Starting = {
      accountId,
      rules,
      today: todayThere(now),
      workingDate: earliestDates(page, {}, accountId, now),
      about: page.requester ?? {},
      previous: page.previous,
      found: page.found,
      said: (id) => search.get(`${ANSWER_PARAM}${id}`),
    };
    return { ...startOf(form, starting), held: heldAnswers(form, starting) };
  });
  return start;
}
