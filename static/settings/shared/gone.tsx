import { Link } from 'wouter';
import { EmptyView } from '../../shared/empty-view';
import { t } from '../../shared/i18n';
import { type PageKey, pageAddress } from '../addresses';

/** An old link: what it leads to was deleted, or never was there. */
export const Gone = ({ page }: { readonly page: PageKey }) => (
  <EmptyView title={t('settings.gone')} action={<Link to={pageAddress(page)}>{t('settings.toList')}</Link>} />
);
