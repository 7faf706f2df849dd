import { t } from '../../shared/i18n';
import { globalPermissionsUrl } from '../../shared/navigation';
import { NewTabLink } from '../../shared/new-tab-link';
import { UserName } from '../../shared/user-name';
import type { Rights } from '../rights';

interface Props {
  readonly rights: Rights;
  /** Of the site's catalogs. */
  readonly managers: readonly string[];
}

/** What the viewer may set up, who manages beside them, and where Jira grants that. */
export function WhoManages({ rights, managers }: Props) {
  const may = rights.transfer ? 'admin' : rights.editSla ? 'both' : 'catalog';
  return (
    <>
      <p>{t(`settings.start.who.${may}`)}</p>
      {managers.length > 0 && (
        <p>
          {t('settings.start.who.managers')}{' '}
          {managers.map((accountId, at) => (
            <span key={accountId}>
              {at > 0 && ', '}
              <UserName accountId={accountId} />
            </span>
          ))}
        </p>
      )}
      <p>
        {t('settings.start.who.granted')}{' '}
        <NewTabLink url={globalPermissionsUrl}>{t('settings.start.who.where')}</NewTabLink>
      </p>
    </>
  );
}
