import { AsyncSelect } from '@atlaskit/select';
import { t } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import { readSpace, searchSpaces } from './data/spaces';

interface Props {
  readonly value: string | null;
  readonly onChange: (spaceId: string | null) => void;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const search = async (query: string): Promise<readonly Option[]> =>
  (await searchSpaces(query)).map(({ id, key, name }) => ({ value: id, label: `${name} (${key})` }));

/** Chooses a space among those the viewer may browse; none is all of them. */
export function SpaceSelect({ value, onChange }: Props) {
  const { loaded } = useLoad(value ?? '', async () => (value === null ? null : readSpace(value)));
  const name = loaded.state === 'ready' ? loaded.value?.name : undefined;
  return (
    <AsyncSelect<Option>
      inputId="board-space"
      value={value === null ? null : { value, label: name ?? '…' }}
      isClearable
      isMulti={false}
      spacing="compact"
      defaultOptions
      loadOptions={search}
      placeholder={t('portal.board.allSpaces')}
      loadingMessage={() => t('common.loading')}
      noOptionsMessage={() => t('portal.board.noOption')}
      onChange={(option) => onChange(option?.value ?? null)}
    />
  );
}
