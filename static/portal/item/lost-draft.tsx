import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { OtherAnswer } from '../../../src/catalog/domain/model';
import type { ToldDraft } from '../../../src/catalog/domain/call-answers';
import { call } from '../../shared/api';
import { ErrorView } from '../../shared/error-view';
import { localized, t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useLoad } from '../../shared/use-load';
import { DeleteDraft } from '../drafts/delete-draft';
import { afterDelete } from '../drafts/draft-changes';
import { draftLabel, lastDay } from '../drafts/draft-words';
import { OtherDrafts } from '../drafts/other-drafts';
import { ReadAnswers } from '../form/other-answers';
import { WayOnButton } from '../form/way-on-button';
import { useItemDrafts } from '../drafts/use-item-drafts';
import forms from '../../kit/forms.module.css';

interface Props {
  readonly draft: ToldDraft;
  /** All of the item. */
  readonly drafts: readonly ToldDraft[];
  readonly replacedBy: string | undefined;
}

/** What somebody wrote for a service that they can't request any more: to be taken elsewhere, copied or deleted. */
export function LostDraft({ draft, drafts, replacedBy }: Props) {
  const { loaded, reload } = useLoad(draft.clientToken, () =>
    call('requests.draft', { draftId: draft.clientToken }),
  );
  const all = useItemDrafts({ drafts });
  const [isDeleting, setDeleting] = useState(false);
  const [, go] = useLocation();
  if (loaded.state === 'loading') return <SkeletonLines height={160} />;
  if (loaded.state === 'error') return <ErrorView error={loaded.error} onRetry={reload} />;
  const { answers, draft: stored } = loaded.value;
  // A question may have been answered twice: to a former form, and to the last.
  const isFirst = ({ field }: OtherAnswer, index: number): boolean =>
    answers.findIndex((each) => each.field.id === field.id) === index;
  const begun = () => ({
    form: answers.filter(isFirst).map(({ field }) => field),
    answers: Object.fromEntries(answers.filter(isFirst).map(({ field, answer }) => [field.id, answer])),
    others: answers.filter((other, index) => !isFirst(other, index)),
    clientToken: stored.clientToken,
    saved: stored.saved,
  });
  return (
    <>
      <SectionMessage
        appearance="warning"
        title={t(replacedBy === undefined ? 'portal.lost.notForYou' : 'portal.item.retiredTitle')}
      >
        <p>{t('portal.lost.text', { date: lastDay(draft) })}</p>
      </SectionMessage>
      <section aria-label={t('portal.lost.answers')}>
        <h2 className={forms.heading}>{draftLabel(t('portal.lost.answers'), draft, drafts)}</h2>
        {answers.length === 0 ? <p>{t('portal.request.noAnswers')}</p> : <ReadAnswers answers={answers} />}
      </section>
      <div className={forms.row}>
        <WayOnButton
          itemId={draft.itemId}
          replacedBy={replacedBy ?? ''}
          from={draft.itemName}
          begun={begun}
        />
        <Button onClick={() => setDeleting(true)}>{t('portal.draft.startOverYes')}</Button>
        <Link to="/catalog">{t('portal.item.back')}</Link>
      </div>
      <OtherDrafts drafts={all} shown={draft.clientToken} />
      {isDeleting && (
        <DeleteDraft
          draftId={draft.clientToken}
          label={draftLabel(localized(draft.itemName), draft, drafts)}
          onDeleted={() => {
            all.onChange(afterDelete(draft.clientToken));
            go('/catalog');
          }}
          onClose={() => setDeleting(false)}
        />
      )}
    </>
  );
}
