import { MAPPED_FACTS } from '../../../../src/catalog/domain/form/facts';
import type { ValueSource } from '../../../../src/catalog/domain/model';
import { AddButton } from '../../../kit/controls/add-button';
import { Choice } from '../../../kit/controls/choice';
import { TextInput } from '../../../kit/controls/text-input';
import { add, edit, type Field, part, seenAs } from '../../../kit/fields/field';
import { RowList } from '../../../kit/fields/row-list';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import { TargetValue } from './target-value';
import type { Target } from './targets';

export type FactSource = Extract<ValueSource, { readonly kind: 'fact' }>;

interface Props {
  readonly of: Field<FactSource>;
  readonly target: Target;
  /** Of the mapping: counted from 1. */
  readonly n: number;
}

type Entries = readonly (readonly [word: string, value: string])[];

const FACT_OPTIONS = () =>
  MAPPED_FACTS.map((value) => ({ value, label: t(`settings.fact.${value.slice(1)}`) }));

/** A value for each place, or what else People says of whom the request is for, and one for all others. */
export function FactSourceEditor({ of, target, n }: Props) {
  const { fact, values, otherwise = '' } = of.value;
  const { readOnly } = of;
  const entries = seenAs<Entries, FactSource['values']>(
    part(of, 'values'),
    Object.entries,
    Object.fromEntries,
  );
  return (
    <>
      <div className={forms.row}>
        <Choice
          label={t('settings.fulfilment.fact', { n })}
          options={FACT_OPTIONS()}
          value={fact}
          readOnly={readOnly}
          onChange={(chosen) => edit(of, { fact: chosen })}
        />
      </div>
      <RowList
        of={entries}
        row={({ value: [word, value], onChange }, k) => (
          <>
            <TextInput
              isCompact
              width={160}
              label={t('settings.fulfilment.factWord', { n, k })}
              value={word}
              readOnly={readOnly}
              onChange={(next) => onChange([next, value])}
            />
            <span aria-hidden="true">→</span>
            <TargetValue
              label={t('settings.fulfilment.valueOf', { n, option: word || String(k) })}
              target={target}
              value={value}
              readOnly={readOnly}
              onChange={(next) => onChange([word, next])}
            />
          </>
        )}
        removes={(_, k) => t('settings.fulfilment.factWordRemove', { n, k })}
      />
      {!readOnly && (
        <AddButton isDisabled={'' in values} onClick={() => add(entries, ['', ''])}>
          {t('settings.fulfilment.factWordAdd')}
        </AddButton>
      )}
      <div className={forms.row}>
        <span>{t('settings.goal.calendarElse')}</span>
        <TargetValue
          label={t('settings.fulfilment.factOtherwise', { n })}
          target={target}
          value={otherwise}
          readOnly={readOnly}
          onChange={(next) => edit(of, { otherwise: next })}
        />
      </div>
    </>
  );
}
