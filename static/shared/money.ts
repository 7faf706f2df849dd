import { viewer } from './context';

/** An amount as the viewer writes it: `1,299 €`; cents only where there are any. */
export const formatMoney = ({
  amount,
  currency,
}: {
  readonly amount: number;
  readonly currency: string;
}): string =>
  new Intl.NumberFormat(viewer().formatLocale, {
    style: 'currency',
    currency,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
  }).format(amount);
