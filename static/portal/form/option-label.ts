import { createContext, useContext } from 'react';
import type { ChoiceOption } from '../../../src/catalog/domain/model';
import { localized, t } from '../../shared/i18n';
import { formatMoney } from '../../shared/money';

/** Of the item's price, where its viewer is told one. */
const CurrencyContext = createContext<string | undefined>(undefined);
export const CurrencyProvider = CurrencyContext.Provider;

type Labelled = Pick<ChoiceOption, 'label' | 'price'>;

/** What an option is called, and what it adds to the price where that is told: `Pro (+€1,300)`. */
export function useOptionLabel(): (option: Labelled) => string {
  const currency = useContext(CurrencyContext);
  return ({ label, price = 0 }) =>
    price === 0 || currency === undefined
      ? localized(label)
      : t('portal.form.optionPrice', {
          label: localized(label),
          price: `${price > 0 ? '+' : '−'}${formatMoney({ amount: Math.abs(price), currency })}`,
        });
}
