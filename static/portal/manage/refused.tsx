import { EmptyView } from '../../shared/empty-view';
import { t } from '../../shared/i18n';
import { PageHeader } from '../../shared/page-header';
import { AppLink } from '../routing/app-link';

/** No role of the app, no settings: said plainly, with whom to ask. */
export function Refused() {
  return (
    <>
      <PageHeader title={t('portal.nav.manage')} />
      <EmptyView
        title={t('portal.manage.refused')}
        action={<AppLink to={{ page: 'catalog' }}>{t('portal.item.back')}</AppLink>}
      >
        {t('portal.manage.refusedHint')}
      </EmptyView>
    </>
  );
}
