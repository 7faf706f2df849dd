import { lazy, Suspense, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { emptyRecord, type PersonRecord } from '../../../src/people/domain/person';
import { Fields, formOf, person, type Row, text } from '../../kit/fields';
import { EditorPage } from '../../kit/editor-page/editor-page';
import { useEdited } from '../../kit/unsaved/use-edited';
import { call } from '../../shared/api';
import { formatDate } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import { useUserName } from '../../shared/user-name';
import { pageAddress } from '../addresses';
import { ownProblems } from '../model/own-problems';
import { Loading } from '../shared/loading';
import { readRows, saveSection, type SectionRow } from '../shared/section';
import { useSave } from '../shared/use-save';
import { assistants } from './assistants-control';
import { RecordState } from './record-state';

const ConfirmDialog = lazy(() =>
  import('../../kit/dialogs/confirm-dialog').then((m) => ({ default: m.ConfirmDialog })),
);

interface Props {
  readonly accountId: string;
  readonly readOnly: boolean;
  /** It was saved or deleted. */
  readonly onDone: () => void;
}

const ROWS: readonly Row<PersonRecord>[] = [
  {
    key: 'manager',
    label: 'settings.change.part.manager',
    help: 'settings.people.managerHint',
    control: person(),
  },
  {
    key: 'standIn',
    label: 'settings.change.part.standIn',
    help: 'settings.people.standInHint',
    control: person(),
  },
  {
    key: 'assistants',
    label: 'settings.change.part.assistants',
    help: 'settings.people.assistantsHint',
    control: assistants(),
  },
  { key: 'department', label: 'settings.change.part.department', half: true, control: text() },
  { key: 'team', label: 'settings.change.part.team', half: true, control: text() },
  { key: 'place', label: 'settings.change.part.place', half: true, control: text() },
  { key: 'costCentre', label: 'settings.change.part.costCentre', half: true, control: text() },
];

/** The record of an account; an empty one where there is none yet. */
export function PersonScreen(props: Props) {
  const { accountId } = props;
  const { loaded, reload } = useLoad(`person:${accountId}`, async () => {
    const { rows } = await readRows<PersonRecord>('person', { ids: [accountId] });
    return rows[0] ?? null;
  });
  if (loaded.state !== 'ready') return <Loading loaded={loaded} onRetry={reload} />;
  return <Editor {...props} row={loaded.value} />;
}

function Editor({
  accountId,
  readOnly,
  onDone,
  row,
}: Props & { readonly row: SectionRow<PersonRecord> | null }) {
  const [, go] = useLocation();
  const name = useUserName(accountId);
  const saved = useMemo(() => row?.value ?? emptyRecord(accountId), [row, accountId]);
  const [draft, setDraft] = useEdited(saved);
  const [asks, setAsks] = useState(false);
  const save = useSave();
  const done = async (action: () => Promise<unknown>): Promise<void> =>
    save.run(async () => {
      await action();
      onDone();
      return null;
    });
  const findings = useMemo(
    () => ownProblems(save.problems ?? [], `person:${accountId}`),
    [save.problems, accountId],
  );
  const { rev = 0 } = row ?? {};
  return (
    <>
      <EditorPage
        back={{ to: pageAddress('people'), text: t('settings.tab.people') }}
        title={name}
        state={row !== null && <RecordState row={row} />}
        message={save.error}
        sections={[
          {
            key: 'record',
            title: t('settings.people.record'),
            content: (
              <>
                <p>{row === null ? t('settings.people.noRecord') : <LastChanged {...row} />}</p>
                <Fields of={formOf(draft, readOnly, setDraft)} rows={ROWS} />
              </>
            ),
          },
        ]}
        findings={findings}
        readOnly={readOnly}
        saving={save.saving}
        onSave={() => void done(() => saveSection('person', draft, rev))}
        onCancel={() => go(pageAddress('people'))}
        onDelete={row === null ? undefined : () => setAsks(true)}
      />
      <Suspense fallback={null}>
        {asks && (
          <ConfirmDialog
            title={t('settings.people.deleteAsk', { name })}
            does={t('kit.editor.delete')}
            onConfirm={async () => {
              setAsks(false);
              await done(() => call('settings.deleteRow', { section: 'person', id: accountId, rev }));
            }}
            onClose={() => setAsks(false)}
          >
            <p>{t('settings.people.deleteWhat')}</p>
          </ConfirmDialog>
        )}
      </Suspense>
    </>
  );
}

function LastChanged({ changedAt, changedBy }: SectionRow<PersonRecord>) {
  const name = useUserName(changedBy);
  return <>{t('settings.people.changed', { date: formatDate(changedAt), name })}</>;
}
