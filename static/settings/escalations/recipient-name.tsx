import type { Recipient } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { UserName } from '../../shared/user-name';
import type { Directory } from '../directory/load-directory';

/** A recipient as people know them; an id Jira has no name for stands for itself. */
export function RecipientName({
  recipient,
  directory,
}: {
  readonly recipient: Recipient;
  readonly directory: Directory;
}) {
  const nameIn = (options: Directory['roles'], id: string) =>
    options.find(({ value }) => value === id)?.label ?? id;
  switch (recipient.kind) {
    case 'user':
      return <UserName accountId={recipient.accountId} />;
    case 'group':
      return <>{t('settings.recipient.groupNamed', { name: recipient.name })}</>;
    case 'role':
      return <>{t('settings.recipient.roleNamed', { name: nameIn(directory.roles, recipient.roleId) })}</>;
    case 'userField':
      return (
        <>{t('settings.recipient.fieldNamed', { name: nameIn(directory.userFields, recipient.field) })}</>
      );
    case 'assignee':
    case 'reporter':
    case 'itemOwner':
    case 'slaManagers':
    case 'manager':
      return <>{t(`settings.recipient.${recipient.kind}`)}</>;
  }
}
