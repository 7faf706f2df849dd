import { isEmptyAnswer } from '../../../src/catalog/domain/conditions';
import { rulesOf } from '../../../src/catalog/domain/field-types';
import type { OtherAnswer } from '../../../src/catalog/domain/carry-over';
import { plainTexts } from '../../../src/catalog/domain/texts/plain-texts';
import { readableRow } from '../../../src/requests/domain/readable';
import { UserName } from '../../shared/user-name';
import { answerText } from '../requests/answer-list';

/** An answer to read; a dash where there is none. */
export function AnswerWords({ field, answer }: OtherAnswer) {
  if (isEmptyAnswer(answer)) return <>–</>;
  if (rulesOf(field).people === undefined) return <>{wordsOf({ field, answer })}</>;
  return plainTexts(answer).map((accountId) => (
    <span key={accountId}>
      <UserName accountId={accountId} />{' '}
    </span>
  ));
}

function wordsOf({ field, answer }: OtherAnswer): string {
  const row = readableRow(field, answer, new Map());
  return row === null ? '' : answerText(row);
}
