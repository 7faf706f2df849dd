import Button from '@atlaskit/button/default/button';
import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import { namedIn, type PersonRecord } from '../../../src/people/domain/person';
import { Choice, LabelledField, worded } from '../../kit/controls';
import { useAddressParam } from '../../kit/address/use-address-param';
import forms from '../../kit/forms.module.css';
import { ListTable } from '../../kit/list/list-table';
import { EmptyView } from '../../shared/empty-view';
import { t } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import { askNames, UserName } from '../../shared/user-name';
import { UserPicker } from '../../shared/user-picker';
import { pageAddress } from '../addresses';
import { Loading } from '../shared/loading';
import { readRows, type RowsPage } from '../shared/section';
import { CSV } from './addresses';
import { RecordState } from './record-state';

/** Parts of all records, as the backend has them; all of them by an address that says nothing. */
const LISTS = ['all', 'noManager', 'gone', 'old', 'missing'] as const;
type List = (typeof LISTS)[number];

interface Props {
  readonly own: RowsPage<PersonRecord>;
  readonly readOnly: boolean;
}

/** All records or those that need a look, in pages; somebody is found by name, whether there is a record of them or not. */
export function PeopleList({ own, readOnly }: Props) {
  const [, go] = useLocation();
  const [show, setShow] = useAddressParam('show');
  const list = LISTS.find((each) => each === show) ?? 'all';
  const id = useId();
  const csv = !readOnly && (
    <Button onClick={() => go(pageAddress('people', CSV))}>{t('settings.people.csv')}</Button>
  );
  const find = (
    <LabelledField
      id={`${id}-find`}
      label={t(readOnly ? 'settings.people.find' : 'settings.people.findOrAdd')}
    >
      <UserPicker
        inputId={`${id}-find`}
        label={t(readOnly ? 'settings.people.find' : 'settings.people.findOrAdd')}
        value={null}
        onChange={(accountId) => accountId !== null && go(pageAddress('people', accountId))}
      />
    </LabelledField>
  );
  return (
    <>
      <div className={forms.toolbar}>
        <h2 className={forms.title}>{t('settings.tab.people')}</h2>
        {csv}
      </div>
      <p className={forms.hint}>{t('settings.people.hint')}</p>
      <div className={forms.pair}>
        {find}
        <LabelledField id={`${id}-show`} label={t('settings.people.show')}>
          <Choice
            id={`${id}-show`}
            value={list}
            options={worded('settings.people.list', LISTS)}
            onChange={(chosen) => setShow(chosen === 'all' ? '' : chosen)}
          />
        </LabelledField>
      </div>
      {list === 'all' && own.rows.length === 0 ? (
        <EmptyView level={3} title={t('settings.people.empty')} action={csv}>
          {t('settings.people.emptyText')}
        </EmptyView>
      ) : list === 'all' ? (
        <Rows key={list} list={list} first={own} />
      ) : (
        <Part key={list} list={list} />
      )}
    </>
  );
}

function Part({ list }: { readonly list: List }) {
  const { loaded, reload } = useLoad(`people:${list}`, () => readRows<PersonRecord>('person', { list }));
  if (loaded.state !== 'ready') return <Loading loaded={loaded} onRetry={reload} />;
  return <Rows list={list} first={loaded.value} />;
}

const person = (accountId: string) => (accountId === '' ? '–' : <UserName accountId={accountId} />);

function Rows({ list, first }: { readonly list: List; readonly first: RowsPage<PersonRecord> }) {
  const [more, setMore] = useState<RowsPage<PersonRecord> | null>(null);
  const rows = [...first.rows, ...(more?.rows ?? [])];
  const { cursor } = more ?? first;
  askNames(rows.flatMap(({ value }) => [value.id, ...namedIn(value)]));
  const next = async (from: string): Promise<void> => {
    const { rows: added, cursor: after } = await readRows<PersonRecord>('person', { list, cursor: from });
    setMore({ rows: [...(more?.rows ?? []), ...added], cursor: after });
  };
  return (
    <>
      <ListTable
        caption={t('settings.tab.people')}
        columns={[
          t('settings.people.name'),
          t('settings.change.part.manager'),
          t('settings.change.part.standIn'),
          t('settings.change.part.department'),
          t('settings.change.part.place'),
          t('settings.status'),
        ]}
        empty={t(`settings.people.none.${list}`)}
        rows={rows.map((row) => ({
          id: row.value.id,
          to: pageAddress('people', row.value.id),
          cells: [
            <UserName key="name" accountId={row.value.id} />,
            person(row.value.manager),
            person(row.value.standIn),
            row.value.department,
            row.value.place,
            <RecordState key="state" row={row} />,
          ],
        }))}
      />
      {cursor !== undefined && <Button onClick={() => void next(cursor)}>{t('settings.showMore')}</Button>}
    </>
  );
}
