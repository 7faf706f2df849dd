import Textfield from '@atlaskit/textfield';
import { lazy, Suspense, useId } from 'react';
import { t } from '../../shared/i18n';
import forms from '../forms.module.css';
import type { Bound } from './bound';
import { Chips } from './chips';
import styles from './chips.module.css';
import { useGroups } from './use-groups';

const GroupSearch = lazy(() => import('./group-search').then((m) => ({ default: m.GroupSearch })));

/** Groups by their ids; definitions written by hand may hold names. */
interface Props extends Bound<readonly string[]> {
  readonly label: string;
}

/**
 * Groups of Jira by the name they have today, with a search to add one by its id, which outlives a renaming. One that
 * Jira does not have is marked, and below it stands what to do.
 */
export function GroupList({ label, value: groups, readOnly, onChange }: Props) {
  const id = useId();
  const groupOf = useGroups(groups);
  const gone = groups.filter((group) => groupOf(group).gone);
  const shown = (group: string) => {
    const { name, gone: isGone } = groupOf(group);
    return isGone ? t('kit.groups.gone', { name }) : name;
  };
  return (
    <Chips
      label={label}
      value={groups}
      readOnly={readOnly}
      nameOf={shown}
      removes={(group) => t('kit.removeValue', { name: groupOf(group).name })}
      isGone={(group) => groupOf(group).gone}
      note={
        gone.length > 0 && (
          <span className={forms.error}>{t('kit.groups.goneHint', { count: gone.length })}</span>
        )
      }
      onChange={onChange}
    >
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
    </Chips>
  );
}
