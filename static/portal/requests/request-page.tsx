import Breadcrumbs from '@atlaskit/breadcrumbs';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import type { RequestView } from '../../../src/requests/domain/answers';
import { call, codeOf } from '../../shared/api';
import { formatDateTime } from '../../shared/dates';
import { EmptyView } from '../../shared/empty-view';
import { errorText } from '../../shared/error-text';
import { ErrorView } from '../../shared/error-view';
import { localized, t } from '../../shared/i18n';
import { PageHeader } from '../../shared/page-header';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useLoad } from '../../shared/use-load';
import { mailsText, onBehalfText } from './on-behalf';
import { Section } from '../home/section';
import { LinkCrumb } from '../../kit/address/link-crumb';
import { AnswerList } from './answer-list';
import { ApprovalState } from './approval-state';
import { Messages } from './messages';
import { PromiseLine } from './promise-line';
import { RequestActions } from './request-actions';
import { StageTracker } from './stage-tracker';
import styles from './request-page.module.css';

const RequestFiles = lazy(() => import('../files/request-files').then((m) => ({ default: m.RequestFiles })));

/** One request as its requester follows it: stage, who acts, what is promised, what was said. */
export function RequestPage({ requestId }: { readonly requestId: string }) {
  const { loaded, reload, replace } = useLoad(requestId, () => call('requests.get', { requestId }));
  if (loaded.state === 'loading') {
    return (
      <>
        <SkeletonLines height={72} />
        <SkeletonLines height={120} count={4} />
      </>
    );
  }
  if (loaded.state === 'error') {
    const back = <Link to="/requests">{t('portal.request.back')}</Link>;
    if (codeOf(loaded.error) === 'NOT_FOUND') {
      return (
        <>
          <PageHeader title={t('portal.request.unknown')} />
          <EmptyView title={errorText(loaded.error)} action={back} />
        </>
      );
    }
    return (
      <>
        <PageHeader title={t('portal.request.notLoaded')} />
        <ErrorView error={loaded.error} onRetry={reload} />
        <p>{back}</p>
      </>
    );
  }
  return <Details request={loaded.value} onChanged={replace} />;
}

interface Props {
  readonly request: RequestView;
  readonly onChanged: (request: RequestView) => void;
}

function Details({ request, onChanged }: Props) {
  return (
    <>
      <PageHeader
        title={localized(request.itemName)}
        actions={<RequestActions request={request} onChanged={onChanged} />}
        breadcrumbs={
          <Breadcrumbs>
            <LinkCrumb to="/requests" text={t('portal.requests.title')} />
          </Breadcrumbs>
        }
      >
        {request.title !== '' && <p className={styles.words}>{request.title}</p>}
        <p className={styles.meta}>
          {t(request.issueKey === '' ? 'portal.request.sentOn' : 'portal.request.sent', {
            key: request.issueKey,
            date: formatDateTime(request.receivedAt),
          })}
        </p>
        {request.onBehalf && (
          <>
            <p className={styles.meta}>{onBehalfText(request.onBehalf)}</p>
            <p className={styles.meta}>{mailsText(request.onBehalf)}</p>
          </>
        )}
      </PageHeader>
      <StageTracker request={request} />
      <div className={styles.layout}>
        <div>
          <Section title={t('portal.request.messages')}>
            {request.withheld ? (
              <p className={styles.meta}>{t('portal.request.withheld')}</p>
            ) : (
              <Messages request={request} onChanged={onChanged} />
            )}
          </Section>
        </div>
        <div>
          {!request.withheld && <Promises promises={request.promises} actor={request.actor} />}
          {request.approval !== null && (
            <Section title={t('portal.request.approval')}>
              <ApprovalState approval={request.approval} />
            </Section>
          )}
          {request.joined !== undefined && request.joined.length > 0 && (
            <Section title={t('portal.request.joined', { count: request.joined.length })}>
              <p className={styles.meta}>{request.joined.join(', ')}</p>
            </Section>
          )}
          {(request.files.length > 0 || request.adding !== undefined) && (
            <Section title={t('portal.request.files')}>
              <Suspense fallback={<SkeletonLines height={40} count={request.files.length + 1} />}>
                <RequestFiles request={request} onChanged={onChanged} />
              </Suspense>
            </Section>
          )}
          <Section title={t('portal.request.answers')}>
            <AnswerList answers={request.answers} price={request.price} />
          </Section>
        </div>
      </div>
    </>
  );
}

function Promises({ promises, actor }: Pick<RequestView, 'promises' | 'actor'>) {
  return (
    <Section title={t('portal.request.promises')}>
      {promises.length === 0 ? (
        <p className={styles.meta}>{t('portal.promise.none')}</p>
      ) : (
        <div className={styles.promises}>
          {promises.map((promise) => (
            <PromiseLine key={promise.metricId} promise={promise} actor={actor} />
          ))}
        </div>
      )}
    </Section>
  );
}
