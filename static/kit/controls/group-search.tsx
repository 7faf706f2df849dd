import { useRef } from 'react';
import { t } from '../../shared/i18n';
import { type Found, SearchSelect } from '../../shared/search-select';
import { searchGroups } from '../../shared/groups';

interface Props {
  readonly inputId: string;
  readonly label: string;
  /** Ids and names that are not offered any more. */
  readonly chosen: readonly string[];
  readonly onChoose: (groupId: string, name: string) => void;
}

/** A search for one group by its name: loaded when it is first needed. */
export function GroupSearch({ inputId, label, chosen, onChoose }: Props) {
  const names = useRef(new Map<string, string>());
  const search = async (query: string): Promise<readonly Found[]> => {
    const found = await searchGroups(query);
    for (const { groupId, name } of found) names.current.set(groupId, name);
    return found
      .filter(({ groupId, name }) => !chosen.includes(groupId) && !chosen.includes(name))
      .map(({ groupId, name }) => ({ value: groupId, label: name }));
  };
  return (
    <SearchSelect
      // What is found depends on what is chosen: a choice asks anew.
      key={chosen.join()}
      inputId={inputId}
      label={label}
      value={null}
      placeholder={t('kit.groups.search')}
      nothing={t('kit.groups.nothing')}
      search={search}
      onChange={(groupId) => groupId !== null && onChoose(groupId, names.current.get(groupId) ?? groupId)}
    />
  );
}
