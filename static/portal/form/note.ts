import { isText, maxLengthOf } from '../../../src/catalog/domain/field-types';
import type { Source } from '../../../src/catalog/domain/answers/defaults';
import type { Answer, FormField } from '../../../src/catalog/domain/model';
import type { OfferedItem } from '../../../src/catalog/domain/call-answers';
import { lengthOf } from '../../../src/catalog/domain/texts/text-length';
import { dateParam } from '../../../src/kernel/finding';
import { todayThere } from '../../shared/dates';
import { hasText, t } from '../../shared/i18n';
import { shownParam } from '../../shared/params';

/** The room left is told from this share of a long answer's limit on. */
const NEARLY = 0.8;
const LONG = 200;

/** What an answer brings with it: that colleagues see it, that somebody else becomes the requester, or how much room is left. */
export function noteOf(
  { content }: OfferedItem,
  field: FormField,
  answer: Answer,
  me: string | null,
): string | undefined {
  if (content.joining?.shows === field.id) return t('portal.form.shared');
  if (typeof answer !== 'string' || answer === '') return undefined;
  if (content.onBehalf?.field === field.id) return answer === me ? undefined : t('portal.form.onBehalf');
  const max = maxLengthOf(field);
  // Never fewer code units than characters: short texts need no counting.
  if (!isText(field) || max < LONG || answer.length < max * NEARLY) return undefined;
  return t('portal.form.length', { count: lengthOf(answer), max });
}

/** Says of an answer that it was filled in, and from where, until it is changed. */
export const prefilledNote = (source: Source | undefined, isForOther = false): string | undefined => {
  if (source === undefined) return undefined;
  const ofOther = `portal.form.prefilled.${source}.other`;
  return t(isForOther && hasText(ofOther) ? ofOther : `portal.form.prefilled.${source}`);
};

/** Says from which day on (`YYYY-MM-DD`) a question takes one. */
export const earliestNote = (day: string | undefined): string | undefined =>
  day && t('portal.form.earliest', { date: shownParam(dateParam(day)) });

/** Says of a day by which something is needed that no delivery is promised by then (`dueAt`, ms): both would stand on the page without a word. */
export function tooSoonNote(
  { content: { neededBy = [] } }: OfferedItem,
  { id }: FormField,
  answer: Answer,
  dueAt: number | null | undefined,
): string | undefined {
  if (!dueAt || !neededBy.includes(id) || typeof answer !== 'string' || answer === '') return undefined;
  const day = todayThere(dueAt);
  return answer < day ? t('portal.form.tooSoon', { date: shownParam(dateParam(day)) }) : undefined;
}
