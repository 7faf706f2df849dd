import IconButton from '@atlaskit/button/icon/button';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useId } from 'react';
import { t } from '../../shared/i18n';
import { UserName } from '../../shared/user-name';
import { UserPicker } from '../../shared/user-picker';
import { without } from './reorder';
import styles from './value-list.module.css';

interface Props {
  readonly label: string;
  readonly accountIds: readonly string[];
  readonly onChange: (accountIds: readonly string[]) => void;
}

/** People by name in one line, with a picker to add one. */
export function PeopleList({ label, accountIds, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.values} role="group" aria-label={label}>
      {accountIds.map((accountId, index) => (
        <span key={accountId} className={styles.value}>
          <UserName accountId={accountId} />
          <IconButton
            appearance="subtle"
            spacing="compact"
            icon={CrossIcon}
            label={t('kit.removePerson', { n: index + 1 })}
            onClick={() => onChange(without(accountIds, index))}
          />
        </span>
      ))}
      <span className={styles.picker}>
        <UserPicker
          inputId={id}
          value={null}
          label={label}
          onChange={(accountId) => {
            if (accountId !== null && !accountIds.includes(accountId)) onChange([...accountIds, accountId]);
          }}
        />
      </span>
    </div>
  );
}
