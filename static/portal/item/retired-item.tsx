import { Link } from 'wouter';
import { EmptyView } from '../../shared/empty-view';
import { t } from '../../shared/i18n';
import { PageHeader } from '../../shared/page-header';
import { itemAddress } from '../addresses';

/** An old link: the item is not offered any more; what replaces it, or the catalog. */
export function RetiredItem({ replacedBy }: { readonly replacedBy: string | null }) {
  return (
    <>
      <PageHeader title={t('portal.item.retired')} />
      <EmptyView
        title={t('portal.item.retiredTitle')}
        action={
          replacedBy === null ? (
            <Link to="/catalog">{t('portal.item.back')}</Link>
          ) : (
            <Link to={itemAddress(replacedBy)}>{t('portal.item.replacement')}</Link>
          )
        }
      />
    </>
  );
}
