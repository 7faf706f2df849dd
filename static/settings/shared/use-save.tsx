import SectionMessage from '@atlaskit/section-message';
import { type ReactNode, useState } from 'react';
import type { Finding } from '../../../src/kernel/finding';
import { RequestFailed } from '../../shared/api';
import { errorText } from '../../shared/error-text';
import { t } from '../../shared/i18n';

interface Save {
  readonly saving: boolean;
  readonly error: ReactNode;
  readonly done: ReactNode;
  readonly problems: readonly Finding[] | null;
  /** Runs a save; its answer is the sentence shown when it worked, null when there is nothing to tell yet. */
  readonly run: (action: () => Promise<string | null>) => Promise<void>;
  /** Tells what worked elsewhere. */
  readonly tell: (message: string) => void;
}

/** One save at a time, with its outcome as something to show. What was typed stays when it fails. */
export function useSave(): Save {
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  const [message, setMessage] = useState<string | null>(null);

  const run = async (action: () => Promise<string | null>): Promise<void> => {
    setSaving(true);
    setFailure(null);
    setMessage(null);
    try {
      setMessage(await action());
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      setFailure(error);
    } finally {
      setSaving(false);
    }
  };

  return {
    saving,
    run,
    tell: setMessage,
    problems: failure === null || failure.fields.length === 0 ? null : failure.fields,
    error:
      failure === null || failure.fields.length > 0 ? null : (
        <div role="alert">
          <SectionMessage appearance="error" title={t('settings.notSaved')}>
            <p>{errorText(failure)}</p>
          </SectionMessage>
        </div>
      ),
    done:
      message === null ? null : (
        <div role="status">
          <SectionMessage appearance="success">
            <p>{message}</p>
          </SectionMessage>
        </div>
      ),
  };
}
