import Button from '@atlaskit/button/default/button';
import CrossIcon from '@atlaskit/icon/core/cross';
import { plainTexts } from '../../../../src/catalog/domain/texts/plain-texts';
import { localized, t } from '../../../shared/i18n';
import live from '../../../shared/live-region.module.css';
import { UserName } from '../../../shared/user-name';
import { UserPicker } from '../../../shared/user-picker';
import styles from './choice-inputs.module.css';
import type { InputProps } from './types';

/** People, found by name one after the other; each can be taken out again. */
export function PeopleInput({ id, field, answer, isInvalid, describedBy, onChange }: InputProps) {
  const chosen = plainTexts(answer);
  return (
    <div className={styles.boxes}>
      {chosen.map((accountId) => (
        <Button
          key={accountId}
          spacing="compact"
          appearance="subtle"
          iconAfter={CrossIcon}
          onClick={() => onChange(chosen.filter((each) => each !== accountId))}
        >
          <span className={live.hidden}>{t('portal.form.removePerson')} </span>
          <UserName accountId={accountId} />
        </Button>
      ))}
      <div className={styles.picker}>
        <UserPicker
          key={chosen.length}
          value={null}
          inputId={id}
          label={localized(field.label)}
          isInvalid={isInvalid}
          {...(describedBy === undefined ? {} : { describedBy })}
          onChange={(accountId) => {
            if (accountId !== null && !chosen.includes(accountId)) onChange([...chosen, accountId]);
          }}
        />
      </div>
    </div>
  );
}
