import { type User } from '../../users/directory.ts';
import { type Wiki } from '../site.ts';

/** A person as the first version of the REST API shows them. */
export const userBean = (wiki: Wiki, user: User): object => ({
  type: 'known',
  accountId: user.accountId,
  accountType: user.accountType === 'app' ? 'app' : 'atlassian',
  email: user.email,
  publicName: user.displayName,
  displayName: user.displayName,
  timeZone: user.timeZone,
  profilePicture: {
    path: `/avatar/user/${encodeURIComponent(user.accountId)}`,
    width: 48,
    height: 48,
    isDefault: false,
  },
  isExternalCollaborator: false,
  _expandable: { operations: '', personalSpace: '' },
  _links: { self: `${wiki.baseUrl}/rest/api/user?accountId=${encodeURIComponent(user.accountId)}` },
});

/** As `userBean`, by account id; someone unknown where there is no such account. */
export function userBeanOf(wiki: Wiki, accountId: string | null): object {
  const user = accountId === null ? undefined : wiki.users.get(accountId);
  return user
    ? userBean(wiki, user)
    : {
        type: 'unknown',
        accountId: accountId ?? '',
        displayName: 'Former user',
        _expandable: {},
        _links: {},
      };
}
