import Textfield from '@atlaskit/textfield';
import IconButton from '@atlaskit/button/icon/button';
import CrossIcon from '@atlaskit/icon/core/cross';
import { lazy, Suspense, useId } from 'react';
import { t } from '../../shared/i18n';
import { useGroups } from '../directory/use-groups';
import forms from '../../kit/forms.module.css';
import styles from '../../kit/controls/value-list.module.css';

const GroupSearch = lazy(() => import('./group-search').then((m) => ({ default: m.GroupSearch })));

interface Props {
  readonly label: string;
  /** Ids; definitions written by hand may hold names. */
  readonly groups: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (groups: readonly string[]) => void;
}

/**
 * Groups of Jira by the name they have today, with a search to add one by its id, which outlives a renaming. One that
 * Jira does not have is marked, and below it stands what to do.
 */
export function GroupList({ label, groups, readOnly, onChange }: Props) {
  const id = useId();
  const groupOf = useGroups(groups);
  const gone = groups.filter((group) => groupOf(group).gone);
  return (
    <div className={styles.values} role="group" aria-label={label}>
      {groups.map((group) => {
        const { name, gone: isGone } = groupOf(group);
        return (
          <span key={group} className={isGone ? `${styles.value} ${styles.gone}` : styles.value}>
            {isGone ? t('settings.groups.gone', { name }) : name}
            {!readOnly && (
              <IconButton
                appearance="subtle"
                spacing="compact"
                icon={CrossIcon}
                label={t('kit.removeValue', { name })}
                onClick={() => onChange(groups.filter((each) => each !== group))}
              />
            )}
          </span>
        );
      })}
      {!readOnly && (
        <span className={styles.picker}>
          <Suspense fallback={<Textfield id={id} isDisabled aria-busy placeholder="…" />}>
            <GroupSearch
              inputId={id}
              label={t('kit.addValueTo', { label })}
              chosen={groups}
              onChoose={(group) => onChange([...groups, group])}
            />
          </Suspense>
        </span>
      )}
      {gone.length > 0 && (
        <span className={forms.error}>{t('settings.groups.goneHint', { count: gone.length })}</span>
      )}
    </div>
  );
}
