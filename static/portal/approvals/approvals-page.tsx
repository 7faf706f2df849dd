import { useState } from 'react';
import type { AskedRow } from '../../../src/requests/domain/answers';
import { call } from '../../shared/api';
import { EmptyView } from '../../shared/empty-view';
import { errorText } from '../../shared/error-text';
import { ErrorView } from '../../shared/error-view';
import { localized, t } from '../../shared/i18n';
import { LiveRegion } from '../../shared/live-region';
import { PageHeader, useTitleFocus } from '../../shared/page-header';
import { personName } from '../../shared/person-name';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useLoad } from '../../shared/use-load';
import { useHome } from '../home-data';
import { ApprovalCard } from './approval-card';
import styles from './approval-card.module.css';

/** Requests that wait for the viewer's decision. */
export function ApprovalsPage() {
  const { loaded, reload, replace } = useLoad('approvals', () => call('approvals.list', {}));
  const [said, setSaid] = useState('');
  const home = useHome();
  const focusTitle = useTitleFocus();

  const settled = (row: AskedRow, words: string): void => {
    if (loaded.state !== 'ready') return;
    replace({ rows: loaded.value.rows.filter((each) => each.requestId !== row.requestId) });
    setSaid(words);
    focusTitle();
    home.reload();
  };
  const namesOf = (row: AskedRow) => ({
    item: localized(row.itemName),
    name: personName(row.forName ?? row.requesterName),
  });
  return (
    <>
      <PageHeader title={t('portal.approvals.title')} />
      {said !== '' && <p className={styles.said}>{said}</p>}
      <LiveRegion text={said} />
      {loaded.state === 'loading' && <SkeletonLines height={180} count={3} />}
      {loaded.state === 'error' && <ErrorView error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && loaded.value.rows.length === 0 && (
        <EmptyView title={t('portal.approvals.none')}>{t('portal.approvals.noneHint')}</EmptyView>
      )}
      {loaded.state === 'ready' && (
        <ul className={styles.cards}>
          {loaded.value.rows.map((row) => (
            <ApprovalCard
              key={row.requestId}
              row={row}
              onDecided={(decision) => settled(row, t(`portal.approvals.${decision}`, namesOf(row)))}
              onOver={(error) => settled(row, `${localized(row.itemName)}: ${errorText(error)}`)}
            />
          ))}
        </ul>
      )}
    </>
  );
}
