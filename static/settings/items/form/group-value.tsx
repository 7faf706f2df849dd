import { useId } from 'react';
import type { Bound } from '../../../kit/controls/bound';
import { useGroups } from '../../../kit/controls/use-groups';
import { searchGroups } from '../../../shared/groups';
import { t } from '../../../shared/i18n';
import { type Found, SearchSelect } from '../../../shared/search-select';

const search = async (query: string): Promise<readonly Found[]> =>
  (await searchGroups(query)).map(({ groupId, name }) => ({ value: groupId, label: name }));

/** One group by its id, shown by the name it has today. */
export function GroupValue({ label, value, readOnly, onChange }: Bound<string> & { readonly label: string }) {
  const id = useId();
  const { name, gone } = useGroups(value === '' ? [] : [value])(value);
  return (
    <SearchSelect
      inputId={id}
      label={label}
      value={value === '' ? null : { value, label: gone ? t('kit.groups.gone', { name }) : name }}
      placeholder={t('kit.groups.search')}
      nothing={t('kit.groups.nothing')}
      isInvalid={gone && value !== ''}
      isDisabled={readOnly}
      isClearable={false}
      search={search}
      onChange={(group) => group !== null && onChange(group)}
    />
  );
}
