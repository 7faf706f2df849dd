import SectionMessage from '@atlaskit/section-message';
import type { OtherAnswer } from '../../../src/catalog/domain/carry-over';
import { localized, t } from '../../shared/i18n';
import { AnswerWords } from './answer-words';

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
                  {localized(other.field.label)}: <AnswerWords {...other} />
                </li>
              ))}
            </ul>
          </>
        )}
      </SectionMessage>
    </div>
  );
}
