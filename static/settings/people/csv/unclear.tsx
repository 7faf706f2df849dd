import { useId } from 'react';
import forms from '../../../kit/forms.module.css';
import { ListTable } from '../../../kit/list/list-table';
import { t } from '../../../shared/i18n';
import { UserPicker } from '../../../shared/user-picker';
import type { Found } from './look-up';
import { peopleIn } from './plan';
import type { Table } from './read-table';

interface Props {
  readonly table: Table;
  readonly people: ReadonlyMap<string, Found>;
  readonly chosen: ReadonlyMap<string, string>;
  readonly onChoose: (name: string, accountId: string | null) => void;
}

/** Whom a table names and Jira knows not at all, or several of: who is meant is chosen, or they are left as they are. */
export function Unclear({ table, people, chosen, onChoose }: Props) {
  const id = useId();
  const named = peopleIn(table);
  const unclear = [...people].flatMap(([name, found]) =>
    'maybe' in found ? [{ name, maybe: found.maybe }] : [],
  );
  if (unclear.length === 0) return null;
  return (
    <section>
      <h3 className={forms.heading}>{t('settings.people.unclear', { count: unclear.length })}</h3>
      <p className={forms.hint}>{t('settings.people.unclearHint')}</p>
      <ListTable
        caption={t('settings.people.unclear', { count: unclear.length })}
        columns={[t('settings.people.inTable'), t('settings.people.why'), t('settings.people.meant')]}
        empty=""
        rows={unclear.map(({ name, maybe }, at) => ({
          id: name,
          cells: [
            `${name} (${t('settings.people.rows', { count: named.get(name) ?? 0 })})`,
            maybe.length === 0
              ? t('settings.people.unknown')
              : t('settings.people.several', {
                  names: maybe.map(({ displayName }) => displayName).join(', '),
                }),
            <div key="meant" style={{ minInlineSize: 200 }}>
              <UserPicker
                inputId={`${id}-${at}`}
                label={t('settings.people.meantBy', { name })}
                value={chosen.get(name) ?? null}
                onChange={(accountId) => onChoose(name, accountId)}
              />
            </div>,
          ],
        }))}
      />
    </section>
  );
}
