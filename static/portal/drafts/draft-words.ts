import type { ToldDraft } from '../../../src/catalog/domain/call-answers';
import { endsAt } from '../../../src/requests/domain/draft-list';
import { formatDate } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { itemAddress } from '../addresses';

/** What tells a draft from the others of its item: its own name, or its number; nothing of the only one. */
export function draftName(draft: ToldDraft, drafts: readonly ToldDraft[]): string {
  if (draft.name !== undefined) return draft.name;
  const isOnly = drafts.every(
    ({ itemId, clientToken }) => itemId !== draft.itemId || clientToken === draft.clientToken,
  );
  return isOnly ? '' : t('portal.draft.number', { number: draft.number });
}

/** The same after other words, such as what its item is called. */
export const draftLabel = (words: string, draft: ToldDraft, drafts: readonly ToldDraft[]): string =>
  [words, draftName(draft, drafts)].filter(Boolean).join(': ');

/** The last day on which it is kept, as it stands. */
export const lastDay = (draft: Pick<ToldDraft, 'updatedAt'>): string => formatDate(endsAt(draft));

export const DRAFT_PARAM = 'draft';

/** The item's page with this draft, or with a form of its own. */
export const draftAddress = (itemId: string, clientToken: string): string =>
  `${itemAddress(itemId)}?${new URLSearchParams({ [DRAFT_PARAM]: clientToken }).toString()}`;
