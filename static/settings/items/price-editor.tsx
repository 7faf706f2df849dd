import { useState } from 'react';
import { NOBODY } from '../../../src/catalog/domain/audience/entitlement';
import { PERIODS } from '../../../src/catalog/domain/parts-schema';
import type { ItemPrice, People } from '../../../src/catalog/domain/model';
import { NumberInput } from '../../kit/controls/amount-field';
import { Checkbox } from '../../kit/controls/checkbox';
import { Choice } from '../../kit/controls/choice';
import { worded } from '../../kit/controls/option';
import { type Drawn, groups, people } from '../../kit/fields/controls';
import { formOf } from '../../kit/fields/field';
import { Fields, type Row } from '../../kit/fields/fields';
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

const SHOWN_TO: readonly Row<People>[] = [
  { key: 'groups', label: 'settings.price.shownToGroups', half: true, control: groups() },
  { key: 'users', label: 'settings.price.shownToPeople', half: true, control: people() },
];

interface ShownToProps extends Pick<Drawn<ItemPrice>, 'readOnly' | 'onChange'> {
  readonly price: ItemPrice;
}

/** Who is told a hidden price all the same. */
function ShownTo({ price, readOnly, onChange }: ShownToProps) {
  const { shownTo, ...rest } = price;
  const write = (to: People) =>
    onChange(to.groups.length + to.users.length === 0 ? rest : { ...rest, shownTo: to });
  return <Fields of={formOf(shownTo ?? NOBODY, readOnly, write)} rows={SHOWN_TO} />;
}

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
              const { hidden: _former, shownTo: _people, ...shown } = price;
              onChange(hidden ? { ...shown, hidden: true } : shown);
            }}
          />
          {price.hidden && <ShownTo price={price} readOnly={readOnly} onChange={onChange} />}
        </>
      )}
    </>
  );
}
