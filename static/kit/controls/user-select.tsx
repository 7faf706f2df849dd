import IconButton from '@atlaskit/button/icon/button';
import CrossIcon from '@atlaskit/icon/core/cross';
import { t } from '../../shared/i18n';
import { UserName } from '../../shared/user-name';
import { UserPicker } from '../../shared/user-picker';
import { without } from './reorder';
import forms from '../forms.module.css';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly accountIds: readonly string[];
  readonly single?: boolean;
  readonly readOnly: boolean;
  readonly onChange: (accountIds: readonly string[]) => void;
}

/** People by name, with a picker to add one. A single choice is replaced, a list grows. */
export function UserSelect({ id, label, accountIds, single = false, readOnly, onChange }: Props) {
  return (
    <div className={forms.field}>
      <label className={forms.label} htmlFor={id}>
        {label}
      </label>
      {accountIds.map((accountId, index) => (
        <span key={accountId} className={forms.row}>
          <UserName accountId={accountId} />
          {!readOnly && (
            <IconButton
              appearance="subtle"
              spacing="compact"
              icon={CrossIcon}
              label={t('kit.removePerson', { n: index + 1 })}
              onClick={() => onChange(without(accountIds, index))}
            />
          )}
        </span>
      ))}
      {!readOnly && (
        <UserPicker
          inputId={id}
          value={null}
          label={label}
          onChange={(accountId) => {
            if (accountId === null || accountIds.includes(accountId)) return;
            onChange(single ? [accountId] : [...accountIds, accountId]);
          }}
        />
      )}
    </div>
  );
}
