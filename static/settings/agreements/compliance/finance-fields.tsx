import Button from '@atlaskit/button/default/button';
import type { Band, FinanceTerms } from '../../../../src/sla/engine/model';
import { AmountField } from '../../../kit/controls';
import {
  add,
  type Field,
  Fields,
  mapped,
  maybeNumber,
  part,
  type Row,
  RowList,
  text,
} from '../../../kit/fields';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import { minorPerUnit } from '../../../shared/minor-money';

/** What a result is worth: the charge of a period, shares of it that are credited or paid on top, and the cost of a breach. */
export function FinanceFields({ finance }: { readonly finance: Field<FinanceTerms | undefined> }) {
  const { value, readOnly, onChange } = finance;
  return (
    <>
      <h4 className={forms.heading}>{t('settings.compliance.money')}</h4>
      <p className={forms.hint}>{t('settings.compliance.moneyHint')}</p>
      {value !== undefined ? (
        <Amounts finance={{ ...finance, value }} onRemove={() => onChange(undefined)} />
      ) : (
        !readOnly && (
          <Button onClick={() => onChange({ currency: 'EUR', bands: [] })}>
            {t('settings.compliance.addMoney')}
          </Button>
        )
      )}
    </>
  );
}

const ROWS = (currency: string): readonly Row<FinanceTerms>[] => {
  const amount = (key: 'charge' | 'breachCost'): Row<FinanceTerms> => ({
    key,
    label: `settings.compliance.${key}`,
    help: `settings.compliance.${key}Hint`,
    half: true,
    control: maybeNumber({ per: minorPerUnit(currency) }),
  });
  return [
    {
      key: 'currency',
      label: 'settings.compliance.currency',
      help: 'settings.compliance.currencyHint',
      control: mapped(
        text({ width: 100, maxLength: 3 }),
        (code: string) => code,
        (typed) => typed.toUpperCase(),
      ),
    },
    amount('charge'),
    amount('breachCost'),
  ];
};

interface AmountsProps {
  readonly finance: Field<FinanceTerms>;
  readonly onRemove: () => void;
}

const newBand = (kind: Band['kind']): Band => ({
  id: crypto.randomUUID(),
  kind,
  at: kind === 'credit' ? 95 : 99,
  share: kind === 'credit' ? 5 : 1,
});

function Amounts({ finance, onRemove }: AmountsProps) {
  const bands = part(finance, 'bands');
  return (
    <>
      <Fields of={finance} rows={ROWS(finance.value.currency)} />
      <div role="group" aria-label={t('settings.compliance.bands')}>
        <RowList
          of={bands}
          removes={(_, n) => t('settings.compliance.band.remove', { n })}
          row={(band, n) => <BandRow band={band} n={n} />}
        />
      </div>
      {!finance.readOnly && (
        <div className={forms.row}>
          <Button onClick={() => add(bands, newBand('credit'))}>{t('settings.compliance.addCredit')}</Button>
          <Button onClick={() => add(bands, newBand('reward'))}>{t('settings.compliance.addReward')}</Button>
          <Button appearance="subtle" onClick={onRemove}>
            {t('settings.compliance.noMoney')}
          </Button>
        </div>
      )}
    </>
  );
}

/** `Below 95 % of compliance: 5 % of the charge is paid back`. */
function BandRow({ band, n }: { readonly band: Field<Band>; readonly n: number }) {
  const say = (place: string) => t(`settings.compliance.band.${band.value.kind}.${place}`);
  return (
    <>
      <span>{say('before')}</span>
      <AmountField label={t('settings.compliance.band.at', { n })} {...part(band, 'at')} />
      <span>{say('between')}</span>
      <AmountField label={t('settings.compliance.band.share', { n })} {...part(band, 'share')} />
      <span>{say('after')}</span>
    </>
  );
}
