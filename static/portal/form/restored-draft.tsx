import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import type { Draft } from '../../../src/catalog/domain/model';
import { formatDateTime } from '../../shared/dates';
import { errorText } from '../../shared/error-text';
import { t } from '../../shared/i18n';
import forms from '../../kit/forms.module.css';

interface Props {
  readonly stored: Draft;
  readonly onStartOver: () => Promise<void>;
}

/** Says that the form was not filled in just now, since when its answers are kept, and how to begin anew. */
export function RestoredDraft({ stored, onStartOver }: Props) {
  const [asked, setAsked] = useState(false);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const failed = stored.reason === 'submitFailed';
  const startOver = async (): Promise<void> => {
    setWorking(true);
    try {
      await onStartOver();
    } catch (failure) {
      setError(failure);
      setWorking(false);
    }
  };
  return (
    <SectionMessage
      appearance={failed ? 'warning' : 'information'}
      headingLevel="h3"
      title={t(failed ? 'portal.draft.notSentTitle' : 'portal.draft.restoredTitle')}
    >
      {failed && <p>{t('portal.draft.notSentText')}</p>}
      <p>{t('portal.draft.restoredText', { date: formatDateTime(stored.updatedAt) })}</p>
      {error !== null && <p role="alert">{errorText(error)}</p>}
      {asked && <p>{t('portal.draft.startOverSure')}</p>}
      <div className={forms.row}>
        {/* One button for both: the keyboard stays where it is. */}
        <Button isDisabled={working} onClick={() => setAsked(!asked)}>
          {t(asked ? 'portal.draft.startOverNo' : 'portal.draft.startOver')}
        </Button>
        {asked && (
          <Button appearance="danger" isLoading={working} onClick={() => void startOver()}>
            {t('portal.draft.startOverYes')}
          </Button>
        )}
      </div>
    </SectionMessage>
  );
}
