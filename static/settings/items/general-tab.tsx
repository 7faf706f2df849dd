import { useState } from 'react';
import type { ItemContent } from '../../../src/catalog/domain/model';
import { NumberInput } from '../../kit/controls/amount-field';
import { named } from '../../kit/controls/option';
import { WordsInput } from '../../kit/controls/words-input';
import { choice, type Drawn, localized as bothLanguages, many, maybe, own } from '../../kit/fields/controls';
import { part } from '../../kit/fields/field';
import { Fields, type Row } from '../../kit/fields/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import type { ItemTabProps } from './item-editor';

const WHAT = ({ list }: ItemTabProps): readonly Row<ItemContent>[] => [
  { key: 'name', label: 'settings.item.name', control: bothLanguages() },
  { key: 'summary', label: 'settings.item.summary', control: bothLanguages() },
  { key: 'description', label: 'settings.item.description', control: bothLanguages(true) },
  { key: 'included', label: 'settings.item.included', control: bothLanguages(true) },
  { key: 'audience', label: 'settings.item.audience', control: bothLanguages() },
  { key: 'categoryIds', label: 'settings.item.categories', control: many(named(list.categories)) },
  { key: 'serviceId', label: 'settings.item.service', control: choice(named(list.services)) },
  {
    key: 'keywords',
    label: 'settings.item.keywords',
    help: 'settings.item.keywordsHint',
    control: own((row) => <WordsInput {...row} />, 'input'),
  },
  {
    key: 'price',
    label: 'settings.item.price',
    help: 'settings.item.priceHint',
    control: own((row) => <Price {...row} />, 'input'),
  },
];

const PROMISE = ({ definitions }: ItemTabProps): readonly Row<ItemContent['promise']>[] => {
  const metric = () =>
    maybe(choice([{ value: '', label: t('settings.item.noMetric') }, ...named(definitions.metrics)]));
  return [
    {
      key: 'firstResponseMetricId',
      label: 'settings.item.firstResponseMetricId',
      half: true,
      control: metric(),
    },
    { key: 'deliveryMetricId', label: 'settings.item.deliveryMetricId', half: true, control: metric() },
  ];
};

/** Texts in both languages, category, service, keywords, price, promise. */
export function GeneralTab(props: ItemTabProps) {
  return (
    <div className={forms.panel}>
      <Fields of={props.item} rows={WHAT(props)} />
      <Fields of={part(props.item, 'promise')} rows={PROMISE(props)} />
    </div>
  );
}

/** An amount, with what it is in; emptied, the item costs nothing. */
function Price({ id, value, readOnly, onChange }: Drawn<ItemContent['price']>) {
  // Clearing the amount to type another takes the price away, and must not change what it is in.
  const [currency] = useState(value?.currency ?? 'EUR');
  return (
    <div className={forms.row}>
      <NumberInput
        id={id}
        width={120}
        isCompact={false}
        value={value?.amount}
        readOnly={readOnly}
        onChange={(amount) => onChange(amount === undefined ? undefined : { amount, currency })}
      />
      <span>{value?.currency ?? currency}</span>
    </div>
  );
}
