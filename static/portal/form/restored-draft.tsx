import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ToldDraft } from '../../../src/catalog/domain/call-answers';
import type { Draft } from '../../../src/catalog/domain/model';
import { endsSoon, NO_DRAFT } from '../../../src/requests/domain/draft-list';
import { formatDateTime } from '../../shared/dates';
import { errorText } from '../../shared/error-text';
import { t } from '../../shared/i18n';
import { useNow } from '../../shared/use-now';
import { draftAddress, draftName, lastDay } from '../drafts/draft-words';
import forms from '../../kit/forms.module.css';

interface Props {
  readonly stored: Draft;
  /** All of the item. */
  readonly drafts: readonly ToldDraft[];
  /** When it was saved last. */
  readonly savedAt: string;
  readonly onKeep: () => Promise<unknown>;
  readonly onStartOver: () => Promise<void>;
}

/** Says that the form was not filled in just now, since when and until when its answers are kept, and how to begin anew or another one. */
export function RestoredDraft({ stored, drafts, savedAt, onKeep, onStartOver }: Props) {
  const [asked, setAsked] = useState(false);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const now = useNow();
  const kept = { updatedAt: savedAt };
  const goes = endsSoon(kept, now);
  const failed = stored.reason === 'submitFailed';
  const name = draftName(stored, drafts);
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
      appearance={failed || goes ? 'warning' : 'information'}
      headingLevel="h3"
      title={titleOf(failed, name)}
    >
      {failed && <p>{t('portal.draft.notSentText')}</p>}
      <p>{t('portal.draft.restoredText', { date: formatDateTime(stored.updatedAt) })}</p>
      <p>{t(goes ? 'portal.draft.goes' : 'portal.draft.keptUntil', { date: lastDay(kept) })}</p>
      {error !== null && <p role="alert">{errorText(error)}</p>}
      {asked && <p>{t('portal.draft.startOverSure')}</p>}
      <div className={forms.row}>
        {goes && <Button onClick={() => void onKeep()}>{t('portal.draft.keep')}</Button>}
        {/* One button for both: the keyboard stays where it is. */}
        <Button isDisabled={working} onClick={() => setAsked(!asked)}>
          {t(asked ? 'portal.draft.startOverNo' : 'portal.draft.startOver')}
        </Button>
        {asked && (
          <Button appearance="danger" isLoading={working} onClick={() => void startOver()}>
            {t('portal.draft.startOverYes')}
          </Button>
        )}
        {!asked && <Link to={draftAddress(stored.itemId, NO_DRAFT)}>{t('portal.draft.another')}</Link>}
      </div>
    </SectionMessage>
  );
}

function titleOf(failed: boolean, name: string): string {
  if (failed) return t('portal.draft.notSentTitle');
  return name === '' ? t('portal.draft.restoredTitle') : t('portal.draft.restoredNamed', { name });
}
