import { useId } from 'react';
import { keyOf } from '../../../src/settings/domain/config-document';
import { t } from '../../shared/i18n';
import { UserPicker } from '../../shared/user-picker';
import { Choice, named } from '../../kit/controls';
import forms from '../../kit/forms.module.css';
import { GroupSearch } from '../../kit/controls/group-search';
import type { Missing } from './reconcile';
import type { KnownThings, SiteThing } from './site-things';
import styles from './transfer.module.css';

interface Props {
  readonly missing: readonly Missing[];
  readonly known: KnownThings;
  readonly chosen: ReadonlyMap<string, SiteThing | null>;
  readonly onChoose: (key: string, thing: SiteThing | null) => void;
}

/** What the file names and this site does not have, each with what is to take its place. */
export function MissingTable({ missing, known, chosen, onChoose }: Props) {
  return (
    <table className={styles.table}>
      <caption className={forms.hint}>{t('settings.transfer.missingHint')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('settings.transfer.missing.kind')}</th>
          <th scope="col">{t('settings.transfer.missing.inFile')}</th>
          <th scope="col">{t('settings.transfer.missing.here')}</th>
        </tr>
      </thead>
      <tbody>
        {missing.map((each) => {
          const key = keyOf(each.ref);
          return (
            <tr key={key}>
              <td>{t(`settings.transfer.kind.${each.ref.kind}`)}</td>
              <td>{each.name}</td>
              <td>
                <Replacement
                  missing={each}
                  things={known.get(each.ref.kind) ?? []}
                  thing={chosen.has(key) ? (chosen.get(key) ?? null) : each.proposed}
                  onChoose={(thing) => onChoose(key, thing)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface ReplacementProps {
  readonly missing: Missing;
  readonly things: readonly SiteThing[];
  readonly thing: SiteThing | null;
  readonly onChoose: (thing: SiteThing | null) => void;
}

/** People and groups are searched for; of everything else Jira tells all. */
function Replacement({ missing: { ref, name }, things, thing, onChoose }: ReplacementProps) {
  const id = useId();
  const label = t('settings.transfer.missing.choose', { name });
  switch (ref.kind) {
    case 'person':
      return (
        <UserPicker
          inputId={id}
          label={label}
          value={thing?.id ?? null}
          onChange={(accountId) => onChoose(accountId === null ? null : { id: accountId, name: accountId })}
        />
      );
    case 'group':
      return (
        <>
          {thing?.name}
          <GroupSearch
            inputId={id}
            label={label}
            chosen={thing === null ? [] : [thing.id]}
            onChoose={(groupId, found) => onChoose({ id: groupId, name: found })}
          />
        </>
      );
    default:
      return (
        <Choice
          label={label}
          value={thing?.id ?? ''}
          options={[{ value: '', label: t('settings.transfer.missing.leave') }, ...named(things)]}
          onChange={(chosen) => onChoose(things.find((each) => each.id === chosen) ?? null)}
        />
      );
  }
}
