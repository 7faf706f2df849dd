import { useId } from 'react';
import { t } from '../../shared/i18n';
import { UserName } from '../../shared/user-name';
import { UserPicker } from '../../shared/user-picker';
import type { Bound } from './bound';
import { Chips } from './chips';
import styles from './chips.module.css';

/** People by their account ids. */
interface Props extends Bound<readonly string[]> {
  readonly label: string;
}

/** People by name in one line, with a picker to add one. */
export function PeopleList({ label, value: people, readOnly, onChange }: Props) {
  const id = useId();
  return (
    <Chips
      label={label}
      value={people}
      readOnly={readOnly}
      nameOf={(accountId) => <UserName accountId={accountId} />}
      removes={(_, n) => t('kit.removePerson', { n })}
      onChange={onChange}
    >
      <span className={styles.picker}>
        <UserPicker
          inputId={id}
          value={null}
          label={label}
          onChange={(accountId) => {
            if (accountId !== null && !people.includes(accountId)) onChange([...people, accountId]);
          }}
        />
      </span>
    </Chips>
  );
}
