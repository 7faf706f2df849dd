import SearchIcon from '@atlaskit/icon/core/search';
import Textfield from '@atlaskit/textfield';
import { t } from '../../shared/i18n';
import styles from './search-box.module.css';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The search of the catalog; results change below it while typing, and arrows lead to them. */
export function SearchBox({ value, onChange }: Props) {
  return (
    <div role="search" className={styles.search}>
      <Textfield
        type="search"
        aria-label={t('portal.search.label')}
        placeholder={t('portal.search.placeholder')}
        value={value}
        autoComplete="off"
        elemBeforeInput={
          <span className={styles.icon}>
            <SearchIcon label="" />
          </span>
        }
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onChange('');
        }}
      />
    </div>
  );
}
