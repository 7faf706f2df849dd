import { useEffect, useState } from 'react';
import { t } from '../i18n';
import { type Found, SearchSelect } from '../search-select';
import type { UserPickerProps } from './types';
import { readUser, searchUsers } from './users';

const search = async (query: string): Promise<readonly Found[]> =>
  (await searchUsers(query)).map((user) => ({ value: user.accountId, label: user.displayName }));

/** The picker behind `UserPicker`. */
export function AsyncPicker({ value, ...props }: UserPickerProps) {
  return (
    <SearchSelect
      {...props}
      value={useChosen(value)}
      placeholder={t('common.searchPeople')}
      nothing={t('common.nobodyFound')}
      search={search}
    />
  );
}

/** The chosen person with a name; the account id stands in until Jira has told it. */
function useChosen(accountId: string | null): Found | null {
  const [known, setKnown] = useState<Found | null>(null);
  useEffect(() => {
    if (accountId === null || known?.value === accountId) return undefined;
    let wanted = true;
    readUser(accountId).then(
      (user) => wanted && setKnown({ value: accountId, label: user.displayName }),
      () => wanted && setKnown({ value: accountId, label: accountId }),
    );
    return () => {
      wanted = false;
    };
  }, [accountId, known]);
  if (accountId === null) return null;
  return known?.value === accountId ? known : { value: accountId, label: '…' };
}
