import type { EditedItem } from '../../../src/catalog/domain/call-answers';
import type { ItemDraft } from './use-item-draft';
import forms from '../../kit/forms.module.css';
import { formatTime } from '../../shared/dates';
import { errorText, mayRetry } from '../../shared/error-text';
import { t } from '../../shared/i18n';

/** How saving by itself goes, in words, read out as it changes. */
export const DraftState = ({ autosave, stored }: Pick<ItemDraft, 'autosave' | 'stored'>) => (
  <span className={forms.note} role="status">
    {wordsOf(autosave, stored)}
  </span>
);

function wordsOf({ state, error }: ItemDraft['autosave'], { updatedAt }: EditedItem): string {
  if (state === 'none') return '';
  if (state === 'saved') return t('settings.item.draft.saved', { time: formatTime(updatedAt) });
  if (state === 'saving') return t('settings.item.draft.saving');
  return mayRetry(error) ? t('settings.item.draft.failed') : errorText(error);
}
