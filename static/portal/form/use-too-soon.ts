import type { Answer, FormField } from '../../../src/catalog/domain/model';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { dateParam } from '../../../src/kernel/finding';
import { todayThere } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { shownParam } from '../../shared/params';
import { useNow } from '../../shared/use-now';
import { livePromise } from '../item/live-promise';
import { useAsking } from './asking';
import type { RequestFormState } from './use-request-form';

type TooSoon = (field: FormField, answer: Answer) => string | undefined;

/** Says of a day by which something is needed that no delivery is promised by then: both would stand on the page without a word. */
export function useTooSoon({ item, definitions }: ItemPage, { answers }: RequestFormState): TooSoon {
  const { accountId } = useAsking();
  const now = useNow();
  const { neededBy = [] } = item.content;
  const isAnswered = neededBy.some((id) => Boolean(answers[id]));
  const due = isAnswered
    ? livePromise(definitions, item, answers, accountId, now).delivery?.dueTime
    : undefined;
  if (due === undefined) return () => undefined;
  const day = todayThere(due);
  return ({ id }, answer) =>
    neededBy.includes(id) && typeof answer === 'string' && answer !== '' && answer < day
      ? t('portal.form.tooSoon', { date: shownParam(dateParam(day)) })
      : undefined;
}
