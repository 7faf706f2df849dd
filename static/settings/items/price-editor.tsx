import { useState } from 'react';
import { PERIODS } from '../../../src/catalog/domain/parts-schema';
import type { ItemPrice } from '../../../src/catalog/domain/model';
import { NumberInput } from '../../kit/controls/amount-field';
import { Checkbox } from '../../kit/controls/checkbox';
import { Choice } from '../../kit/controls/choice';
import { worded } from '../../kit/controls/option';
import type { Drawn } from '../../kit/fields/controls';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { viewer } from '../../shared/context';

const currencies = () => {
  const names = new Intl.DisplayNames(viewer().formatLocale, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({
    value: code,
    label: `${code} – ${names.of(code) ?? code}`,
  }));
};

const NOTHING: ItemPrice = { amount: 0, currency: 'EUR' };

/** What it costs once and over and over, in which currency, and whether requesters are told. Emptied, it has no price. */
export function PriceEditor({ id, value: price, readOnly, onChange }: Drawn<ItemPrice | undefined>) {
  // Clearing the amount to type another takes the price away, and must not change what it is in.
  const [currency, setCurrency] = useState(price?.currency ?? NOTHING.currency);
  const { recurring, ...once } = price ?? NOTHING;
  return (
    <>
      <div className={forms.row}>
        <NumberInput
          id={id}
          width={120}
          isCompact={false}
          value={price?.amount}
          readOnly={readOnly}
          onChange={(amount) => onChange(amount === undefined ? undefined : { currency, ...price, amount })}
        />
        {price !== undefined && (
          <Choice
            label={t('settings.price.currency')}
            value={price.currency}
            readOnly={readOnly}
            options={currencies()}
            onChange={(chosen) => {
              setCurrency(chosen);
              onChange({ ...price, currency: chosen });
            }}
          />
        )}
      </div>
      {price !== undefined && (
        <>
          <div className={forms.row}>
            <span>{t('settings.price.recurring')}</span>
            <NumberInput
              label={t('settings.price.recurring')}
              value={recurring?.amount}
              readOnly={readOnly}
              onChange={(amount) =>
                onChange(
                  amount === undefined
                    ? once
                    : { ...price, recurring: { period: 'month', ...recurring, amount } },
                )
              }
            />
            {recurring !== undefined && (
              <Choice
                label={t('settings.price.period')}
                value={recurring.period}
                readOnly={readOnly}
                options={worded('settings.price.period', PERIODS)}
                onChange={(period) => onChange({ ...price, recurring: { ...recurring, period } })}
              />
            )}
          </div>
          <Checkbox
            label={t('settings.price.hidden')}
            value={price.hidden === true}
            readOnly={readOnly}
            onChange={(hidden) => {
              const { hidden: _former, ...shown } = price;
              onChange(hidden ? { ...shown, hidden: true } : shown);
            }}
          />
        </>
      )}
    </>
  );
}
