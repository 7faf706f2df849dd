import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { HolidaySet, SlaDefinitions } from '../../../src/sla/domain/model';
import type { Finding } from '../../../src/kernel/finding';
import type { DefinitionsSaved } from '../../../src/sla/domain/answers/definitions';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
import { DefinitionNames } from '../change/definition-names';
import { RecalculationBar } from '../change/recalculation-bar';
import { useChange } from '../change/use-change';
import forms from '../shared/forms.module.css';
import { ListTable } from '../shared/list-table';
import { useSave } from '../shared/use-save';
import { HolidaySetEditor } from './holiday-set-editor';

interface Props {
  readonly definitions: SlaDefinitions;
  readonly problems: readonly Finding[];
  readonly readOnly: boolean;
  /** The id of the set to begin with. */
  readonly opened?: string | undefined;
  readonly onChanged: (definitions: SlaDefinitions, problems: readonly Finding[]) => void;
}

const newSet = (): HolidaySet => ({ id: crypto.randomUUID(), name: '', holidays: [] });

/** Holiday sets shared by calendars: the list, and the editor of one. */
export function HolidaySetsPage({ definitions, problems, readOnly, opened, onChanged }: Props) {
  const [editing, setEditing] = useState<HolidaySet | null>(
    () => definitions.holidaySets.find(({ id }) => id === opened) ?? null,
  );
  const save = useSave();
  const [now] = useState(() => Date.now());
  const usersOf = (setId: string) =>
    definitions.calendars.filter(({ holidaySetIds }) => holidaySetIds.includes(setId));
  const finish = (answer: Pick<DefinitionsSaved, 'definitions' | 'problems'>) => {
    onChanged(answer.definitions, answer.problems);
    setEditing(null);
  };
  const { version } = definitions;
  const change = useChange(version, finish);

  if (editing !== null) {
    const isNew = !definitions.holidaySets.some(({ id }) => id === editing.id);
    return (
      <>
        <h2 className={forms.title}>{isNew ? t('settings.holidaySet.new') : editing.name}</h2>
        {save.error}
        {change.error}
        {change.done}
        <DefinitionNames value={definitions}>{change.dialog}</DefinitionNames>
        <HolidaySetEditor
          key={editing.id}
          holidaySet={editing}
          usedBy={usersOf(editing.id)}
          isNew={isNew}
          readOnly={readOnly}
          saving={save.saving || change.saving}
          now={now}
          problems={
            save.problems ??
            change.problems ??
            problems.filter(({ whose }) => whose === `holidaySet:${editing.id}`)
          }
          onCancel={() => setEditing(null)}
          onSave={(holidaySet) => change.propose({ kind: 'holidaySet', holidaySet })}
          onDelete={() =>
            void save.run(async () => {
              finish(await call('sla.deleteHolidaySet', { version, holidaySetId: editing.id }));
              return t('settings.deleted');
            })
          }
        />
      </>
    );
  }

  return (
    <>
      <div className={forms.toolbar}>
        <h2 className={forms.title}>{t('settings.tab.holidaySets')}</h2>
        {!readOnly && (
          <Button appearance="primary" onClick={() => setEditing(newSet())}>
            {t('settings.holidaySet.new')}
          </Button>
        )}
      </div>
      <p className={forms.hint}>{t('settings.holidaySet.hint')}</p>
      {save.done}
      {change.done}
      <RecalculationBar canAct={!readOnly} version={definitions.version} />
      <ListTable
        caption={t('settings.tab.holidaySets')}
        columns={[t('settings.name'), t('settings.holidaySet.days'), t('settings.holidaySet.calendars')]}
        empty={t('settings.holidaySet.empty')}
        rows={definitions.holidaySets.map((set) => ({
          id: set.id,
          open: () => setEditing(set),
          cells: [
            set.name,
            String(set.holidays.length),
            usersOf(set.id)
              .map(({ name }) => name)
              .join(', ') || '–',
          ],
        }))}
      />
    </>
  );
}
