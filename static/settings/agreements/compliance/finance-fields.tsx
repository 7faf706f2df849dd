import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import type { Band, FinanceTerms } from '../../../../src/sla/engine/model';
import { t } from '../../../shared/i18n';
import { minorPerUnit } from '../../../shared/minor-money';
import forms from '../../../kit/forms.module.css';
import { LabelledField } from '../../../kit/controls/labelled-field';
import { ProblemsAt } from '../../shared/problems-at';
import { BandRow } from './band-row';
import { NumberField } from './number-field';

interface Props {
  readonly finance: FinanceTerms | undefined;
  readonly readOnly: boolean;
  readonly onChange: (finance: FinanceTerms | undefined) => void;
}

const AMOUNTS = ['charge', 'breachCost'] as const;

/** What a result is worth: the charge of a period, shares of it that are credited or paid on top, and the cost of a breach. */
export function FinanceFields({ finance, readOnly, onChange }: Props) {
  return (
    <>
      <h4 className={forms.heading}>{t('settings.compliance.money')}</h4>
      <p className={forms.hint}>{t('settings.compliance.moneyHint')}</p>
      {finance === undefined ? (
        !readOnly && (
          <Button onClick={() => onChange({ currency: 'EUR', bands: [] })}>
            {t('settings.compliance.addMoney')}
          </Button>
        )
      ) : (
        <Amounts finance={finance} readOnly={readOnly} onChange={onChange} />
      )}
    </>
  );
}

function Amounts({ finance, readOnly, onChange }: Props & { readonly finance: FinanceTerms }) {
  const { currency, bands } = finance;
  const units = minorPerUnit(currency);
  const setAmount = (part: (typeof AMOUNTS)[number], value: number | undefined) => {
    const { [part]: _former, ...rest } = finance;
    onChange(value === undefined ? rest : { ...rest, [part]: Math.round(value * units) });
  };
  const setBands = (next: readonly Band[]) => onChange({ ...finance, bands: next });
  const add = (kind: Band['kind']) => () =>
    setBands([
      ...bands,
      { id: crypto.randomUUID(), kind, at: kind === 'credit' ? 95 : 99, share: kind === 'credit' ? 5 : 1 },
    ]);
  return (
    <>
      <div className={forms.pair}>
        <ProblemsAt path="terms.finance.currency">
          <LabelledField
            id="terms-currency"
            label={t('settings.compliance.currency')}
            hint={t('settings.compliance.currencyHint')}
          >
            <Textfield
              id="terms-currency"
              width={100}
              maxLength={3}
              value={currency}
              isReadOnly={readOnly}
              onChange={(event) =>
                onChange({ ...finance, currency: event.currentTarget.value.toUpperCase() })
              }
            />
          </LabelledField>
        </ProblemsAt>
        {AMOUNTS.map((part) => {
          const minor = finance[part];
          return (
            <ProblemsAt key={part} path={`terms.finance.${part}`}>
              <NumberField
                id={`terms-${part}`}
                label={t(`settings.compliance.${part}`)}
                hint={t(`settings.compliance.${part}Hint`)}
                value={minor === undefined ? undefined : minor / units}
                readOnly={readOnly}
                onChange={(value) => setAmount(part, value)}
              />
            </ProblemsAt>
          );
        })}
      </div>
      <ProblemsAt path="terms.finance.bands">
        <ul className={forms.list} aria-label={t('settings.compliance.bands')}>
          {bands.map((band, index) => (
            <ProblemsAt key={band.id} path={`terms.finance.bands.${index}`}>
              <BandRow
                band={band}
                n={index + 1}
                readOnly={readOnly}
                onChange={(next) => setBands(bands.map((each) => (each.id === band.id ? next : each)))}
                onRemove={() => setBands(bands.filter(({ id }) => id !== band.id))}
              />
            </ProblemsAt>
          ))}
        </ul>
      </ProblemsAt>
      {!readOnly && (
        <div className={forms.row}>
          <Button onClick={add('credit')}>{t('settings.compliance.addCredit')}</Button>
          <Button onClick={add('reward')}>{t('settings.compliance.addReward')}</Button>
          <Button appearance="subtle" onClick={() => onChange(undefined)}>
            {t('settings.compliance.noMoney')}
          </Button>
        </div>
      )}
    </>
  );
}
