import type { Trigger } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { GroupList } from '../../kit/controls/group-list';

type Commented = Extract<Trigger, { readonly on: 'commented' }>;

interface Props {
  readonly trigger: Commented;
  readonly readOnly: boolean;
  readonly onChange: (trigger: Commented) => void;
}

/** Whose comments count: anybody's, or only those of members of some groups. Without a group the trigger names none. */
export function CommentGroups({ trigger, readOnly, onChange }: Props) {
  const { groups = [], ...anybody } = trigger;
  return (
    <>
      <span>{t(groups.length === 0 ? 'settings.trigger.anyGroup' : 'settings.trigger.ofGroups')}</span>
      <GroupList
        label={t('settings.trigger.groups')}
        value={groups}
        readOnly={readOnly}
        onChange={(next) => onChange(next.length === 0 ? anybody : { ...anybody, groups: next })}
      />
    </>
  );
}
