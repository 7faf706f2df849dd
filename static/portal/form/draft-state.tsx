import Button from '@atlaskit/button/default/button';
import { codeOf } from '../../shared/api';
import { formatTime } from '../../shared/dates';
import { mayRetry } from '../../shared/error-text';
import { t } from '../../shared/i18n';
import type { DraftState as State } from './use-draft';
import forms from '../../kit/forms.module.css';

interface Props {
  readonly draft: State;
  readonly isSending: boolean;
}

/** Saves the draft when asked, and says how it stands. */
export function DraftState({ draft, isSending }: Props) {
  const { state, savedAt, isCut, error } = draft;
  return (
    <>
      <Button onClick={() => void draft.save()} isDisabled={state === 'saving' || isSending}>
        {t('portal.draft.save')}
      </Button>
      <span className={forms.note} role="status">
        {state === 'saved' &&
          savedAt !== null &&
          t(isCut ? 'portal.draft.cut' : 'portal.draft.saved', { time: formatTime(savedAt) })}
        {state === 'saving' && t('portal.draft.saving')}
        {state === 'failed' &&
          !TOLD_APART.includes(codeOf(error)) &&
          t(mayRetry(error) ? 'portal.draft.failed' : 'portal.draft.impossible')}
      </span>
    </>
  );
}

/** What keeps a draft from being saved and is told with what to do about it. */
const TOLD_APART: readonly string[] = ['ALREADY_SENT', 'DRAFT_CHANGED', 'DRAFT_LIMIT'];
