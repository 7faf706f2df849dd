import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import type { Answers } from '../../../src/catalog/domain/model';
import { priceOf } from '../../../src/catalog/domain/form/price';
import { formatDate } from '../../shared/dates';
import { localized, t } from '../../shared/i18n';
import { priceText } from '../price-text';
import { UserName } from '../../shared/user-name';
import { ApprovalFact, Fact, Facts } from './facts';

interface Props {
  readonly page: ItemPage;
  readonly answers: Answers;
  readonly waitsForApproval: boolean;
  /** Jira tells the viewer who people are. */
  readonly namesOwner: boolean;
}

/** Price with the chosen options, who approves, who answers for the item, when it last changed. */
export function ItemFacts({ page, answers, waitsForApproval, namesOwner }: Props) {
  const { item, serviceName } = page;
  const price = priceOf(item.content, answers);
  const { quantity } = item.content;
  return (
    <Facts>
      {price !== null && <Fact name={t('portal.item.price')}>{priceText(price)}</Fact>}
      {quantity?.perPerson !== undefined && (
        <Fact name={t('portal.item.perPerson')}>
          {t('portal.item.perPersonMost', { count: quantity.perPerson })}
        </Fact>
      )}
      <ApprovalFact page={page} waitsForApproval={waitsForApproval} />
      {serviceName !== null && <Fact name={t('portal.item.service')}>{localized(serviceName)}</Fact>}
      {namesOwner && (
        <Fact name={t('portal.item.owner')}>
          <UserName accountId={item.content.owner} />
        </Fact>
      )}
      <Fact name={t('portal.item.published')}>{formatDate(item.publishedAt)}</Fact>
    </Facts>
  );
}
