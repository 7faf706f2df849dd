import { isEmptyAnswer } from '../../../src/catalog/domain/form/conditions';
import { rulesOf } from '../../../src/catalog/domain/field-types';
import type { OtherAnswer } from '../../../src/catalog/domain/model';
import { plainTexts } from '../../../src/catalog/domain/texts/plain-texts';
import { readableRow } from '../../../src/requests/domain/readable';
import { UserName } from '../../shared/user-name';
import { answerText } from '../requests/answer-list';

/** An answer to read; a dash where there is none. */
export function AnswerWords({ field, answer }: OtherAnswer) {
  if (isEmptyAnswer(answer)) return <>–</>;
  const words = wordsOf({ field, answer });
  if (words !== null) return <>{words}</>;
  return plainTexts(answer).map((accountId) => (
    <span key={accountId}>
      <UserName accountId={accountId} />{' '}
    </span>
  ));
}

/** The same as text; `null` where there is none, and of people, whose names are looked up. */
export function wordsOf({ field, answer }: OtherAnswer): string | null {
  if (rulesOf(field).people !== undefined) return null;
  const row = readableRow(field, answer, new Map());
  return row && answerText(row);
}
