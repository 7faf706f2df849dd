import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import forms from '../../kit/forms.module.css';
import { Loading } from '../shared/loading';
import { CycleChanges } from './cycle-changes';

/** What a recalculation did to each cycle, page by page; gone after seven days. */
export function ChangeLog({ version, pages }: { readonly version: number; readonly pages: number }) {
  const [page, setPage] = useState(0);
  const { loaded, reload } = useLoad(`log:${version}:${page}`, () =>
    call('sla.changeLog', { version, page }),
  );
  if (loaded.state !== 'ready') return <Loading loaded={loaded} onRetry={reload} />;
  const { rows } = loaded.value;
  return (
    <>
      {rows.length === 0 ? (
        <p className={forms.hint}>{t('settings.history.logGone')}</p>
      ) : (
        <CycleChanges caption={t('settings.history.log')} rows={rows} total={rows.length} />
      )}
      {pages > 1 && (
        <div className={forms.row}>
          <Button spacing="compact" isDisabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('settings.history.previousPage')}
          </Button>
          <span>{t('settings.history.page', { page: page + 1, pages })}</span>
          <Button spacing="compact" isDisabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
            {t('settings.history.nextPage')}
          </Button>
        </div>
      )}
    </>
  );
}
