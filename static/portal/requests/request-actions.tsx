import Button from '@atlaskit/button/default/button';
import { lazy, Suspense, useState } from 'react';
import type { RequestView } from '../../../src/requests/domain/answers';
import { call } from '../../shared/api';
import { ErrorView } from '../../shared/error-view';
import { t } from '../../shared/i18n';
import { useHome } from '../home-data';

const ReasonModal = lazy(() => import('./reason-modal').then((m) => ({ default: m.ReasonModal })));

interface Props {
  readonly request: RequestView;
  readonly onChanged: (request: RequestView) => void;
}

/** What the requester may do now: confirm, reopen, cancel. */
export function RequestActions({ request, onChanged }: Props) {
  const { reload } = useHome();
  const [asking, setAsking] = useState<'reopen' | 'cancel' | null>(null);
  const [confirming, setConfirming] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { actions, id: requestId } = request;

  const done = (changed: RequestView): void => {
    setAsking(null);
    onChanged(changed);
    reload();
  };
  const confirm = async (): Promise<void> => {
    setConfirming(true);
    setError(null);
    try {
      done(await call('requests.confirm', { requestId }));
    } catch (failure) {
      setError(failure);
    } finally {
      setConfirming(false);
    }
  };
  return (
    <>
      {error !== null && <ErrorView error={error} title={t('portal.action.failed')} />}
      {actions.confirm && (
        <Button appearance="primary" isLoading={confirming} onClick={() => void confirm()}>
          {t('portal.action.confirm')}
        </Button>
      )}
      {actions.reopen && <Button onClick={() => setAsking('reopen')}>{t('portal.action.reopen')}</Button>}
      {actions.cancel && (
        <Button appearance="subtle" onClick={() => setAsking('cancel')}>
          {t('portal.action.cancel')}
        </Button>
      )}
      <Suspense fallback={null}>
        {asking !== null && (
          <ReasonModal
            title={t(`portal.action.${asking}`)}
            question={t(`portal.action.${asking}Why`)}
            submit={t(`portal.action.${asking}`)}
            isReasonRequired={asking === 'reopen'}
            isDanger={asking === 'cancel'}
            onClose={() => setAsking(null)}
            onSubmit={async (reason) =>
              done(
                await call(asking === 'reopen' ? 'requests.reopen' : 'requests.cancel', {
                  requestId,
                  reason,
                }),
              )
            }
          />
        )}
      </Suspense>
    </>
  );
}
