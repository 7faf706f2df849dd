import type { Price } from '../../src/catalog/domain/form/price';
import { t } from '../shared/i18n';
import { formatMoney } from '../shared/money';

/** What it costs once and over and over, in one line. */
export function priceText({ amount, currency, recurring }: Price): string {
  const often =
    recurring &&
    t(`portal.price.${recurring.period}`, { price: formatMoney({ amount: recurring.amount, currency }) });
  if (amount === 0) return often ?? t('portal.item.free');
  const once = formatMoney({ amount, currency });
  return often === undefined ? once : t('portal.price.both', { once, often });
}
