import { lazy, Suspense } from 'react';
import type { PersonRecord } from '../../../src/people/domain/person';
import { SkeletonLines } from '../../shared/skeleton-lines';
import type { OwnProps, PageProps } from '../page-props';
import type { RowsPage } from '../shared/section';
import { usePlace } from '../shared/use-opened';
import { CSV } from './addresses';
import { PeopleList } from './people-list';
import { PersonScreen } from './person-screen';

// It brings what reads tables and sends files.
const CsvPage = lazy(() => import('./csv/csv-page').then((m) => ({ default: m.CsvPage })));

type Props = Pick<PageProps, 'readOnly'> & OwnProps<RowsPage<PersonRecord>>;

/** Who works for whom: the list, one person's record, and many from a table. */
export function PeoplePage({ readOnly, own, onReload }: Props) {
  const { id, finish } = usePlace('people');
  if (id === null) return <PeopleList own={own} readOnly={readOnly} />;
  if (id === CSV)
    return (
      <Suspense fallback={<SkeletonLines height={40} count={5} />}>
        <CsvPage onDone={onReload} />
      </Suspense>
    );
  return (
    <PersonScreen
      key={id}
      accountId={id}
      readOnly={readOnly}
      onDone={() => {
        onReload();
        finish();
      }}
    />
  );
}
