import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import { call, RequestFailed } from '../../shared/api';
import { errorText } from '../../shared/error-text';
import { t } from '../../shared/i18n';
import forms from '../shared/forms.module.css';

interface Props {
  readonly issueId: string;
  readonly onDone: () => void;
}

/** Replays a stuck work item from Jira's history, and has what is due carried out. */
export function RecomputeButton({ issueId, onDone }: Props) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const recompute = async () => {
    setBusy(true);
    setError(null);
    try {
      await call('sla.recompute', { issueId });
      onDone();
    } catch (failure) {
      if (!(failure instanceof RequestFailed)) throw failure;
      setError(errorText(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button spacing="compact" isLoading={busy} onClick={() => void recompute()}>
        {t('settings.health.recompute')}
      </Button>
      {error !== null && (
        <span role="alert" className={forms.error}>
          {error}
        </span>
      )}
    </>
  );
}
