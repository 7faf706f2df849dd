import { EmptyView } from '../../shared/empty-view';
import { t } from '../../shared/i18n';
import { PageHeader } from '../../shared/page-header';
import { AppLink } from '../routing/app-link';

/** An old link: the item is not offered any more; what replaces it, or the catalog. */
export function RetiredItem({ replacedBy }: { readonly replacedBy: string | null }) {
  return (
    <>
      <PageHeader title={t('portal.item.retired')} />
      <EmptyView
        title={t('portal.item.retiredTitle')}
        action={
          replacedBy === null ? (
            <AppLink to={{ page: 'catalog' }}>{t('portal.item.back')}</AppLink>
          ) : (
            <AppLink to={{ page: 'item', itemId: replacedBy }}>{t('portal.item.replacement')}</AppLink>
          )
        }
      />
    </>
  );
}
