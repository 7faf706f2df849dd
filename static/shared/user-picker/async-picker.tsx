import { AsyncSelect } from '@atlaskit/select';
import { useEffect, useState } from 'react';
import { t } from '../i18n';
import type { UserPickerProps } from './types';
import { readUser, searchUsers } from './users';

interface Option {
  readonly value: string;
  readonly label: string;
}

const search = async (query: string): Promise<readonly Option[]> =>
  (await searchUsers(query)).map((user) => ({ value: user.accountId, label: user.displayName }));

/** Names are asked for after a pause in typing. */
const DEBOUNCE_MS = 250;
let timer: ReturnType<typeof setTimeout> | undefined;

const searchSoon = (query: string, done: (options: readonly Option[]) => void): void => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    search(query).then(done, () => done([]));
  }, DEBOUNCE_MS);
};

/** The picker behind `UserPicker`. */
export function AsyncPicker({
  value,
  inputId,
  label,
  isInvalid,
  isDisabled,
  isClearable,
  describedBy,
  onChange,
}: UserPickerProps) {
  const chosen = useChosen(value);
  return (
    <AsyncSelect<Option>
      inputId={inputId}
      aria-label={label}
      aria-invalid={isInvalid}
      descriptionId={describedBy}
      value={chosen}
      isInvalid={isInvalid ?? false}
      isDisabled={isDisabled ?? false}
      isClearable={isClearable ?? true}
      isMulti={false}
      defaultOptions
      loadOptions={searchSoon}
      placeholder={t('common.searchPeople')}
      loadingMessage={() => t('common.loading')}
      noOptionsMessage={() => t('common.nobodyFound')}
      menuPosition="fixed"
      onChange={(option) => onChange(option?.value ?? null)}
    />
  );
}

/** The chosen person with a name; the account id stands in until Jira has told it. */
function useChosen(accountId: string | null): Option | null {
  const [known, setKnown] = useState<Option | null>(null);
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
