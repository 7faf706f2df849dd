import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import type { ItemContent } from '../../../src/catalog/domain/model';
import { named } from '../../kit/controls/option';
import { choice, maybe } from '../../kit/fields/controls';
import { part } from '../../kit/fields/field';
import { Fields, type Row } from '../../kit/fields/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { pageAddress } from '../addresses';
import type { ItemTabProps } from './item-tab-props';

// The engine that judges them comes when they are looked at.
const ItemSlas = lazy(() => import('./item-slas').then((m) => ({ default: m.ItemSlas })));

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

/** What requesters are promised, and which SLAs the work items of the item get. */
export function PromiseTab(props: ItemTabProps) {
  const { item, definitions, mayOpenSlas = false } = props;
  return (
    <div className={forms.panel}>
      <p className={forms.hint}>{t('settings.promise.hint')}</p>
      <Fields of={part(item, 'promise')} rows={PROMISE(props)} />
      <h3 className={forms.heading}>{t('settings.promise.slas')}</h3>
      <p className={forms.hint}>
        {t('settings.promise.slasHint')}{' '}
        {mayOpenSlas && <Link to={pageAddress('metrics', 'new')}>{t('settings.promise.newSla')}</Link>}
      </p>
      {definitions.metrics.length === 0 ? (
        <p>{t('settings.promise.noSlas')}</p>
      ) : (
        <Suspense fallback={<SkeletonLines height={40} count={4} />}>
          <ItemSlas {...props} />
        </Suspense>
      )}
    </div>
  );
}
