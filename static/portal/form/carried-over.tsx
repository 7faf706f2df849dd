import SectionMessage from '@atlaskit/section-message';
import type { OtherAnswer } from '../../../src/catalog/domain/carry-over';
import { rulesOf } from '../../../src/catalog/domain/field-types';
import { plainTexts } from '../../../src/catalog/domain/plain-texts';
import { readableAnswers } from '../../../src/requests/domain/readable';
import { localized, t } from '../../shared/i18n';
import { answerText } from '../requests/answer-list';
import { UserName } from '../../shared/user-name';

/** The form is another than the one that was begun: what was answered to questions it does not ask any more. */
export function CarriedOver({ others }: { readonly others: readonly OtherAnswer[] }) {
  return (
    <div role="status">
      <SectionMessage appearance="warning" title={t('portal.carried.title')}>
        <p>{t('portal.carried.text')}</p>
        {others.length > 0 && (
          <>
            <p>{t('portal.carried.others')}</p>
            <ul>
              {others.map((other) => (
                <li key={other.field.id}>
                  {localized(other.field.label)}:{' '}
                  {rulesOf(other.field).people === undefined
                    ? wordsOf(other)
                    : plainTexts(other.answer).map((accountId) => (
                        <span key={accountId}>
                          <UserName accountId={accountId} />{' '}
                        </span>
                      ))}
                </li>
              ))}
            </ul>
          </>
        )}
      </SectionMessage>
    </div>
  );
}

function wordsOf({ field: { visibleWhen: _, ...field }, answer }: OtherAnswer): string {
  const [row] = readableAnswers([field], { [field.id]: answer }, new Map());
  return row === undefined ? '' : answerText(row);
}
