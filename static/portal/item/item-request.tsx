import { type ReactNode, useMemo, useState } from 'react';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { hasPart } from '../../../src/catalog/domain/kinds';
import { needsApproval } from '../../../src/catalog/domain/form/promised-fields';
import { localized, t } from '../../shared/i18n';
import { Picture } from '../../shared/picture';
import { useNow } from '../../shared/use-now';
import { useHome } from '../home-data';
import { NO_DRAFT } from '../../../src/requests/domain/draft-list';
import { afterSave, afterDelete } from '../drafts/draft-changes';
import { OtherDrafts } from '../drafts/other-drafts';
import { type ItemDrafts, useItemDrafts } from '../drafts/use-item-drafts';
import { askedFor } from '../for-whom/for-whom';
import { useAsking } from '../form/asking';
import { RequestForm } from '../form/request-form';
import { SentRequest } from '../form/sent-request';
import { type BegunForm, type FormOutcome, useRequestForm } from '../form/use-request-form';
import type { Sent } from '../form/use-sending';
import { ItemFacts } from './item-facts';
import { LeadTo } from './lead-to';
import { livePromise } from './live-promise';
import { NoJira } from './no-jira';
import { PromiseBox } from './promise-box';
import { RelatedArticles } from './related-articles';
import { SimilarItems } from './similar-items';
import { StagesPreview } from './stages-preview';
import styles from './item-request.module.css';

interface Props {
  readonly page: ItemPage;
  /** What was filled in before the item asked what it asks now. */
  readonly carried: BegunForm | null;
  readonly onFormChanged: FormOutcome['onFormChanged'];
  /** The draft that is shown, or that none is. */
  readonly onShown?: (clientToken: string) => void;
  readonly onReturn?: FormOutcome['onReturn'];
  /** Loads the page anew with what is stored of a draft. */
  readonly onReopen?: (clientToken: string) => void;
  /** Chooses the language of the item. */
  readonly language?: ReactNode;
}

/** The item beside its form. Starting over is another form: nothing of the former stays in it, its token neither. */
export function ItemRequest(props: Props) {
  const { page, onShown } = props;
  const [isFresh, setFresh] = useState(false);
  const drafts = useItemDrafts(page);
  const shown = useMemo(() => (isFresh ? { ...page, draft: null } : page), [page, isFresh]);
  const startOver = (): void => {
    setFresh(true);
    if (page.draft !== null) drafts.onChange(afterDelete(page.draft.clientToken));
    onShown?.(NO_DRAFT);
  };
  return (
    <Asking
      {...props}
      key={String(isFresh)}
      page={shown}
      drafts={drafts}
      carried={isFresh ? null : props.carried}
      isFresh={isFresh}
      onStartOver={startOver}
    />
  );
}

interface AskingProps extends Props {
  readonly isFresh: boolean;
  readonly drafts: ItemDrafts;
  readonly onStartOver: () => void;
}

/** The promise at the side follows the answers. After sending, what was promised stays. */
function Asking({ page, carried, isFresh, drafts, onStartOver, onShown, onReopen, ...rest }: AskingProps) {
  const [sent, setSent] = useState<Sent | null>(null);
  const form = useRequestForm(page, carried, {
    onSent: setSent,
    onFormChanged: rest.onFormChanged,
    onReturn: rest.onReturn,
    onSaved: (draft) => {
      drafts.onChange(afterSave(draft));
      onShown?.(draft.clientToken);
    },
  });
  const { accountId, isTrial } = useAsking();
  const home = useHome().loaded;
  const mayAsk = home.state !== 'ready' || home.value.me.jira;
  const now = useNow();
  const { item, definitions } = page;
  const { content } = item;
  const makesWork = hasPart(content, 'work');
  const at = sent?.at ?? now;
  const promised = livePromise(definitions, item, form.answers, accountId, at);
  const waits = needsApproval(item.content, form.answers);

  if (sent !== null)
    return (
      <SentRequest
        sent={sent}
        promise={promised}
        waitsForApproval={waits}
        page={page}
        answers={form.answers}
      />
    );
  return (
    <div className={styles.frame}>
      <div className={styles.layout}>
        {makesWork && (
          <div className={styles.promise}>
            <PromiseBox
              promise={promised}
              waitsForApproval={waits}
              isRead={!mayAsk}
              usual={page.usual?.delivery}
            />
          </div>
        )}
        <div className={styles.main}>
          {content.picture && (
            <div className={styles.block}>
              <Picture
                by={isTrial ? 'catalog.picture' : 'portal.picture'}
                itemId={item.id}
                picture={content.picture}
                person={askedFor()}
              />
            </div>
          )}
          <TextBlock text={localized(item.content.description)} />
          <TextBlock title={t('portal.item.included')} text={localized(item.content.included)} />
          <TextBlock title={t('portal.item.audience')} text={localized(item.content.audience)} />
          {item.content.prerequisites && (
            <TextBlock title={t('portal.item.prerequisites')} text={localized(item.content.prerequisites)} />
          )}
          {content.opens && hasPart(content, 'opens') && <LeadTo to={content.opens} page={page} />}
          {hasPart(content, 'form') && makesWork && !mayAsk && <NoJira />}
          {makesWork && <OtherDrafts drafts={drafts} shown={form.clientToken} />}
          {hasPart(content, 'form') && (mayAsk || !makesWork) && (
            <RequestForm
              page={page}
              form={form}
              dueAt={promised.delivery?.dueTime}
              isFresh={isFresh}
              carried={carried}
              drafts={drafts}
              onStartOver={onStartOver}
              onReopen={(clientToken) => onReopen?.(clientToken)}
            />
          )}
        </div>
        <div className={styles.side}>
          <ItemFacts page={page} answers={form.answers} waitsForApproval={waits} namesOwner={mayAsk} />
          {makesWork && (
            <StagesPreview stages={item.content.stages} waitsForApproval={waits} usual={page.usual?.stages} />
          )}
          <SimilarItems itemId={item.id} />
          <RelatedArticles articles={item.content.articles} confluence={page.confluence} />
          {rest.language}
        </div>
      </div>
    </div>
  );
}

function TextBlock({ title, text }: { readonly title?: string; readonly text: string }) {
  if (text.trim() === '') return null;
  return (
    <section className={styles.block}>
      {title !== undefined && <h2 className={styles.heading}>{title}</h2>}
      <p className={styles.text}>{text}</p>
    </section>
  );
}
