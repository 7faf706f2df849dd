import { AsyncSelect } from '@atlaskit/select';
import { useEffect, useRef } from 'react';
import { t } from './i18n';

export interface Found {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly inputId: string;
  readonly label: string;
  readonly value: Found | null;
  readonly placeholder: string;
  /** Said when the search found nothing. */
  readonly nothing: string;
  readonly isInvalid?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isClearable?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly search: (query: string) => Promise<readonly Found[]>;
  readonly onChange: (value: string | null) => void;
}

/** Asked for after a pause in typing. */
const DEBOUNCE_MS = 250;

/** Chooses one of what Jira finds while it is typed; a search that fails finds nothing. */
export function SearchSelect(props: Props) {
  const { inputId, label, value, placeholder, nothing, search, onChange } = props;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const searchSoon = (query: string, done: (options: readonly Found[]) => void): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      search(query).then(done, () => done([]));
    }, DEBOUNCE_MS);
  };
  return (
    <AsyncSelect<Found>
      inputId={inputId}
      aria-label={label}
      aria-invalid={props.isInvalid}
      descriptionId={props.describedBy}
      value={value}
      isInvalid={props.isInvalid ?? false}
      isDisabled={props.isDisabled ?? false}
      isClearable={props.isClearable ?? true}
      isMulti={false}
      defaultOptions
      loadOptions={searchSoon}
      placeholder={placeholder}
      loadingMessage={() => t('common.loading')}
      noOptionsMessage={() => nothing}
      menuPosition="fixed"
      onChange={(option) => onChange(option?.value ?? null)}
    />
  );
}
