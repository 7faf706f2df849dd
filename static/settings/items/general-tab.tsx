import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { ItemContent } from '../../../src/catalog/domain/model';
import { t, localized } from '../../shared/i18n';
import { useNumberText } from '../../shared/use-number-text';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';
import { LabelledField } from '../../kit/controls/labelled-field';
import { LocalizedInput } from '../../kit/controls/localized-input';
import { ValueList } from '../../kit/controls/value-list';
import type { ItemTabProps } from './item-editor';

const TEXTS = ['name', 'summary', 'description', 'included', 'audience'] as const;
const LONG: ReadonlySet<string> = new Set(['description', 'included']);

const NO_METRIC = '';

/** Texts in both languages, category, service, keywords, price, promise. */
export function GeneralTab({ content, list, definitions, readOnly, onChange }: ItemTabProps) {
  const edit = (change: Partial<ItemContent>) => onChange({ ...content, ...change });
  const categories = list.categories.map((category) => ({
    value: category.id,
    label: localized(category.name),
  }));
  const metrics = [
    { value: NO_METRIC, label: t('settings.item.noMetric') },
    ...definitions.metrics.map((metric) => ({ value: metric.id, label: localized(metric.name) })),
  ];
  const promise = (key: keyof ItemContent['promise'], value: string) => {
    const { [key]: _old, ...rest } = content.promise;
    edit({ promise: value === NO_METRIC ? rest : { ...rest, [key]: value } });
  };
  // Clearing the amount to type another takes the price away, and must not change what it is in.
  const [currency] = useState(content.price?.currency ?? 'EUR');
  const price = useNumberText(
    content.price?.amount,
    (amount) => onChange(withPrice(content, amount, currency)),
    (amount) => amount >= 0,
  );
  return (
    <div className={forms.panel}>
      {TEXTS.map((key) => (
        <LocalizedInput
          key={key}
          id={`item-${key}`}
          label={t(`settings.item.${key}`)}
          value={content[key]}
          readOnly={readOnly}
          multiline={LONG.has(key)}
          onChange={(value) => edit({ [key]: value })}
        />
      ))}
      <div className={forms.field}>
        <span className={forms.label}>{t('settings.item.categories')}</span>
        <ValueList
          label={t('settings.item.categories')}
          options={categories}
          values={content.categoryIds}
          readOnly={readOnly}
          onChange={(categoryIds) => edit({ categoryIds })}
        />
      </div>
      <div className={forms.field}>
        <span className={forms.label}>{t('settings.item.service')}</span>
        <Choice
          label={t('settings.item.service')}
          value={content.serviceId}
          isDisabled={readOnly}
          options={list.services.map((service) => ({ value: service.id, label: localized(service.name) }))}
          onChange={(serviceId) => edit({ serviceId })}
        />
      </div>
      <LabelledField
        id="item-keywords"
        label={t('settings.item.keywords')}
        hint={t('settings.item.keywordsHint')}
      >
        <Textfield
          id="item-keywords"
          isReadOnly={readOnly}
          defaultValue={content.keywords.join(', ')}
          onBlur={(event) => edit({ keywords: words(event.currentTarget.value) })}
        />
      </LabelledField>
      <LabelledField
        id="item-price"
        label={t('settings.item.price')}
        hint={t('settings.item.priceHint')}
        error={price.problem}
      >
        <div className={forms.row}>
          <Textfield
            id="item-price"
            inputMode="decimal"
            width={120}
            isReadOnly={readOnly}
            isInvalid={price.problem !== undefined}
            value={price.text}
            onChange={price.onChange}
            onBlur={price.onBlur}
          />
          <span>{content.price?.currency ?? currency}</span>
        </div>
      </LabelledField>
      <div className={forms.pair}>
        {(['firstResponseMetricId', 'deliveryMetricId'] as const).map((key) => (
          <div key={key} className={forms.field}>
            <span className={forms.label}>{t(`settings.item.${key}`)}</span>
            <Choice
              label={t(`settings.item.${key}`)}
              value={content.promise[key] ?? NO_METRIC}
              isDisabled={readOnly}
              options={metrics}
              onChange={(value) => promise(key, value)}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

const words = (text: string): readonly string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

function withPrice(content: ItemContent, amount: number | undefined, currency: string): ItemContent {
  const { price: _old, ...rest } = content;
  return amount === undefined ? rest : { ...rest, price: { amount, currency } };
}
