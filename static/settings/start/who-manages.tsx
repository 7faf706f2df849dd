import type { MouseEvent } from 'react';
import { t } from '../../shared/i18n';
import { globalPermissionsUrl, openInNewTab } from '../../shared/navigation';
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
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    void openInNewTab(globalPermissionsUrl);
  };
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
        <a href={globalPermissionsUrl} target="_blank" rel="noreferrer" onClick={open}>
          {t('settings.start.who.where')}
        </a>
      </p>
    </>
  );
}
