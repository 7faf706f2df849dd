import Textfield from '@atlaskit/textfield';
import { lazy, Suspense, useState } from 'react';
import type { Recipient } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { UserPicker } from '../../shared/user-picker';
import type { Directory } from '../directory/load-directory';
import type { FieldOption } from '../model/field-catalog';
import { Chips, Choice, worded } from '../../kit/controls';
import type { Field } from '../../kit/fields';
import chips from '../../kit/controls/chips.module.css';
import { RecipientName } from './recipient-name';

const GroupSearch = lazy(() =>
  import('../../kit/controls/group-search').then((m) => ({ default: m.GroupSearch })),
);

interface Props {
  readonly id: string;
  readonly of: Field<readonly Recipient[]>;
  /** One recipient, replaced by the next choice. */
  readonly single?: boolean;
  readonly directory: Directory;
}

const PLAIN = ['assignee', 'reporter', 'itemOwner', 'slaManagers', 'manager'] as const;
const NAMED = ['user', 'group', 'role', 'userField'] as const;
type Named = (typeof NAMED)[number];
const NOBODY = '';

const same = (left: Recipient, right: Recipient): boolean => JSON.stringify(left) === JSON.stringify(right);

/** Who is told: people by what they are to the work item, or by name, group, role or field. */
export function RecipientPicker({ id, of, single = false, directory }: Props) {
  const { value: recipients, onChange } = of;
  const [naming, setNaming] = useState<Named | null>(null);
  const add = (recipient: Recipient) => {
    setNaming(null);
    if (recipients.some((each) => same(each, recipient))) return;
    onChange(single ? [recipient] : [...recipients, recipient]);
  };
  return (
    <Chips<Recipient>
      label={t('settings.recipients')}
      {...of}
      nameOf={(recipient) => <RecipientName recipient={recipient} directory={directory} />}
      {...(!single && { removes: (_, n) => t('settings.recipient.remove', { n }) })}
    >
      <Choice<string>
        label={t(single ? 'settings.recipient.choose' : 'settings.recipient.add')}
        value={naming ?? NOBODY}
        options={[
          { value: NOBODY, label: t(single ? 'settings.recipient.chooseShort' : 'kit.addValue') },
          ...worded('settings.recipient', [...PLAIN, ...NAMED]),
        ]}
        onChange={(kind) => {
          const plain = PLAIN.find((each) => each === kind);
          if (plain !== undefined) add({ kind: plain });
          else setNaming(NAMED.find((each) => each === kind) ?? null);
        }}
      />
      {naming === 'user' && (
        <span className={chips.picker}>
          <UserPicker
            inputId={`${id}-user`}
            value={null}
            label={t('settings.recipient.user')}
            onChange={(accountId) => accountId !== null && add({ kind: 'user', accountId })}
          />
        </span>
      )}
      {naming === 'group' && (
        <span className={chips.picker}>
          <Suspense fallback={<Textfield isDisabled aria-busy placeholder="…" />}>
            <GroupSearch
              inputId={`${id}-group`}
              label={t('settings.recipient.which', { kind: t('settings.recipient.group') })}
              chosen={recipients.flatMap((each) => (each.kind === 'group' ? [each.groupId] : []))}
              onChoose={(groupId, name) => add({ kind: 'group', groupId, name })}
            />
          </Suspense>
        </span>
      )}
      {(naming === 'role' || naming === 'userField') && (
        <Choice<string>
          label={t('settings.recipient.which', { kind: t(`settings.recipient.${naming}`) })}
          value={NOBODY}
          options={[{ value: NOBODY, label: t('kit.choose') }, ...optionsOf(naming, directory)]}
          onChange={(value) => value !== NOBODY && add(named(naming, value))}
        />
      )}
    </Chips>
  );
}

/** What is chosen from a short list. */
type Listed = 'role' | 'userField';

const optionsOf = (kind: Listed, { roles, userFields }: Directory): readonly FieldOption[] =>
  kind === 'role' ? roles : userFields;

const named = (kind: Listed, value: string): Recipient =>
  kind === 'role' ? { kind, roleId: value } : { kind, field: value };
