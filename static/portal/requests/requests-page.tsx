import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RequestRow } from '../../../src/requests/domain/answers';
import { useAddressParam } from '../../kit/address/use-address-param';
import { call } from '../../shared/api';
import { EmptyView } from '../../shared/empty-view';
import { ErrorView } from '../../shared/error-view';
import { t } from '../../shared/i18n';
import { PageHeader } from '../../shared/page-header';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useLoad } from '../../shared/use-load';
import { Waiting } from '../home/waiting';
import { useHome } from '../home-data';
import { JoinedRequests } from './joined-list';
import { RequestList } from './request-list';
import styles from './requests-page.module.css';

type Scope = 'open' | 'closed';
const SCOPES: readonly Scope[] = ['open', 'closed'];
const ROW_HEIGHT = 82;

/** My requests: what is under way, or what is over. */
export function RequestsPage() {
  const [shown, setShown] = useAddressParam('show');
  const scope: Scope = shown === 'closed' ? shown : 'open';
  return (
    <>
      <PageHeader
        title={t('portal.requests.title')}
        actions={<Link to="/requests/assistants">{t('portal.assistants.title')}</Link>}
      />
      <div className={styles.scopes} role="group" aria-label={t('portal.requests.which')}>
        {SCOPES.map((each) => (
          <Button
            key={each}
            isSelected={scope === each}
            onClick={() => setShown(each === 'open' ? '' : each)}
          >
            {t(`portal.requests.${each}`)}
          </Button>
        ))}
      </div>
      {scope === 'open' && <WaitingForMe />}
      <Requests key={scope} scope={scope} />
      {scope === 'open' && <JoinedRequests />}
    </>
  );
}

/** On top, as the rest goes by when it was sent: the newest may ask for nothing, and the oldest be the one that waits. */
function WaitingForMe() {
  const { loaded } = useHome();
  if (loaded.state !== 'ready') return null;
  const { waiting, items } = loaded.value;
  return (
    <Waiting
      home={{ waiting, pendingApprovals: 0, drafts: [] }}
      items={new Map(items.map((item) => [item.id, item]))}
    />
  );
}

interface Page {
  readonly rows: readonly RequestRow[];
  readonly cursor?: string;
}

function Requests({ scope }: { readonly scope: Scope }) {
  const { loaded, reload, replace } = useLoad<Page>(scope, () => call('requests.list', { scope }));
  const [more, setMore] = useState<'idle' | 'loading' | { readonly error: unknown }>('idle');
  if (loaded.state === 'loading') return <SkeletonLines height={ROW_HEIGHT} count={5} />;
  if (loaded.state === 'error') return <ErrorView error={loaded.error} onRetry={reload} />;
  const { rows, cursor } = loaded.value;
  if (rows.length === 0) {
    return (
      <EmptyView
        title={t(`portal.requests.none.${scope}`)}
        action={<Link to="/catalog">{t('portal.requests.toCatalog')}</Link>}
      />
    );
  }
  const loadMore = async (): Promise<void> => {
    setMore('loading');
    try {
      const next = await call('requests.list', { scope, ...(cursor === undefined ? {} : { cursor }) });
      replace({ ...next, rows: [...rows, ...next.rows] });
      setMore('idle');
    } catch (error) {
      setMore({ error });
    }
  };
  return (
    <>
      <RequestList rows={rows} />
      {typeof more === 'object' && <ErrorView error={more.error} />}
      {cursor !== undefined && (
        <div className={styles.more}>
          <Button isLoading={more === 'loading'} onClick={() => void loadMore()}>
            {t('portal.requests.more')}
          </Button>
        </div>
      )}
    </>
  );
}
