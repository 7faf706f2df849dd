import { Link } from 'wouter';
import { EmptyView } from '../../shared/empty-view';
import { t } from '../../shared/i18n';
import { PageHeader } from '../../shared/page-header';

/** No role of the app, no settings: said plainly, with whom to ask. */
export function Refused() {
  return (
    <>
      <PageHeader title={t('portal.nav.manage')} />
      <EmptyView
        title={t('portal.manage.refused')}
        action={<Link to="/catalog">{t('portal.item.back')}</Link>}
      >
        {t('portal.manage.refusedHint')}
      </EmptyView>
    </>
  );
}
