import { type ReactNode, useState } from 'react';
import type { FieldSet } from '../../../src/catalog/domain/model';
import { ConfirmDialog } from '../../kit/dialogs/confirm-dialog';
import { call } from '../../shared/api';
import { localized, t } from '../../shared/i18n';
import { copiedName } from '../model/copied-name';
import type { OwnProps } from '../page-props';
import type { Members } from '../shared/members-page';
import { type RowsPage, saveSection } from '../shared/section';
import { useOpened } from '../shared/use-opened';
import { useSave } from '../shared/use-save';
import { readUsers, UserList } from './set-uses';

/** A copy asks under the same ids: an item takes one of the two, and answers go from one form to the other. */
const make = (id: string, like?: FieldSet): FieldSet =>
  like === undefined ? { id, name: { en: '' }, form: [] } : { ...like, id, name: copiedName(like.name) };

interface Asked {
  readonly set: FieldSet;
  readonly users: Awaited<ReturnType<typeof readUsers>>;
}

/** The field sets and the one that is opened. Before one that items use is changed, they are named. */
export function useFieldSets({ own, onReload }: OwnProps<RowsPage<FieldSet>>): Members<FieldSet> {
  const members = own.rows.map(({ value }) => value);
  const place = useOpened('field-sets', members, make);
  const { run, saving, problems, error, done } = useSave();
  const [asked, setAsked] = useState<Asked | null>(null);
  const revOf = (id: string): number => own.rows.find(({ value }) => value.id === id)?.rev ?? 0;
  const after = async (action: Promise<unknown>, said: string): Promise<string> => {
    await action;
    place.finish();
    onReload();
    return said;
  };
  const store = (set: FieldSet, count: number): Promise<string> =>
    after(
      saveSection('fieldSet', set, revOf(set.id)),
      t('settings.set.saved', { name: localized(set.name), count }),
    );
  const question: ReactNode = asked && (
    <ConfirmDialog
      title={t('settings.set.ask', { count: asked.users.length })}
      does={t('settings.set.change')}
      isDanger={false}
      onConfirm={async () => {
        setAsked(null);
        await run(() => store(asked.set, asked.users.length));
      }}
      onClose={() => setAsked(null)}
    >
      <p>{t('settings.set.askText')}</p>
      <UserList users={asked.users} />
    </ConfirmDialog>
  );
  return {
    ...place,
    members,
    saving,
    refused: problems,
    findings: problems ?? [],
    message: (
      <>
        {error}
        {done}
        {question}
      </>
    ),
    save: (set) =>
      void run(async () => {
        const users = revOf(set.id) === 0 ? [] : await readUsers(set.id);
        if (users.length === 0) return store(set, 0);
        setAsked({ set, users });
        return null;
      }),
    remove: (id) =>
      run(() =>
        after(call('settings.deleteRow', { section: 'fieldSet', id, rev: revOf(id) }), t('settings.deleted')),
      ),
  };
}
