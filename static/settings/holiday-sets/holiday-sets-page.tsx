import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { HolidaySet } from '../../../src/sla/engine/model';
import type { DefinitionsSaved } from '../../../src/sla/definitions/domain/answers/definitions';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
import { DefinitionNames } from '../change/definition-names';
import { RecalculationBar } from '../change/recalculation-bar';
import { useChange } from '../change/use-change';
import { pageAddress } from '../addresses';
import type { PageProps } from '../pages';
import forms from '../../kit/forms.module.css';
import { Gone } from '../shared/gone';
import { ListTable } from '../../kit/list/list-table';
import { useOpened } from '../shared/use-opened';
import { useSave } from '../shared/use-save';
import { HolidaySetEditor } from './holiday-set-editor';

type Props = Pick<PageProps, 'definitions' | 'problems' | 'readOnly' | 'onChanged'>;

const newSet = (id: string): HolidaySet => ({ id, name: '', holidays: [] });

/** Holiday sets shared by calendars: the list, and the editor of one. */
export function HolidaySetsPage({ definitions, problems, readOnly, onChanged }: Props) {
  const { holidaySets } = definitions;
  const {
    opened: editing,
    isGone,
    openNew,
    close,
    ...opening
  } = useOpened('holiday-sets', holidaySets, newSet);
  const save = useSave();
  const [now] = useState(() => Date.now());
  const usersOf = (setId: string) =>
    definitions.calendars.filter(({ holidaySetIds }) => holidaySetIds.includes(setId));
  const finish = (answer: Pick<DefinitionsSaved, 'definitions' | 'problems'>) => {
    onChanged(answer.definitions, answer.problems);
    opening.finish();
  };
  const { version } = definitions;
  const change = useChange(version, finish);

  if (isGone) return <Gone page="holiday-sets" />;
  if (editing !== null) {
    const isNew = !holidaySets.some(({ id }) => id === editing.id);
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
          onCancel={close}
          onSave={(holidaySet) => change.propose({ section: 'holidaySet', value: holidaySet })}
          onDelete={() =>
            void save.run(async () => {
              finish(await call('settings.delete', { version, section: 'holidaySet', id: editing.id }));
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
        <h2 className={forms.title}>{t('settings.tab.holiday-sets')}</h2>
        {!readOnly && (
          <Button appearance="primary" onClick={openNew}>
            {t('settings.holidaySet.new')}
          </Button>
        )}
      </div>
      <p className={forms.hint}>{t('settings.holidaySet.hint')}</p>
      {save.done}
      {change.done}
      <RecalculationBar canAct={!readOnly} version={definitions.version} />
      <ListTable
        caption={t('settings.tab.holiday-sets')}
        columns={[t('settings.name'), t('settings.holidaySet.days'), t('settings.holidaySet.calendars')]}
        empty={t('settings.holidaySet.empty')}
        rows={holidaySets.map((set) => ({
          id: set.id,
          to: pageAddress('holiday-sets', set.id),
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
