import { useEffect, useMemo, useState } from 'react';
import Breadcrumbs from '@atlaskit/breadcrumbs';
import { Link } from 'wouter';
import type { ItemPage as ItemPageData } from '../../../src/catalog/domain/call-answers';
import { NO_DRAFT } from '../../../src/requests/domain/draft-list';
import { inLanguage } from '../../../src/catalog/domain/item/item-texts';
import type { Language } from '../../../src/kernel/text';
import { call, codeOf, RequestFailed } from '../../shared/api';
import { ErrorView } from '../../shared/error-view';
import { localized, t } from '../../shared/i18n';
import { PageHeader } from '../../shared/page-header';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useLoad } from '../../shared/use-load';
import { ItemAnnouncements } from '../announcements/item-announcements';
import { askedFor } from '../for-whom/for-whom';
import { carriedTo, dropCarried } from '../form/carried-answers';
import { FirstDayProvider } from '../form/first-day';
import type { BegunForm } from '../form/use-request-form';
import { LinkCrumb } from '../../kit/address/link-crumb';
import { Star } from '../favourites/star';
import { ItemHeader } from './item-header';
import { ItemLanguage } from './item-language';
import { ItemRequest } from './item-request';
import { LostItem } from './lazy-lost-item';
import { MissedDraft } from './missed-draft';
import { useAskedDraft } from './use-asked-draft';

/** The newest draft where none is asked for. */
const itemAsked = (itemId: string, draft: string) => ({
  itemId,
  ...(draft !== '' && { draft }),
  ...askedFor(),
});

/** One item: what it is, what it promises, and the form to ask for it. */
export function ItemPage({ itemId }: { readonly itemId: string }) {
  const { asked, shows } = useAskedDraft(itemId);
  const { loaded, reload, replace } = useLoad(`${itemId} ${asked}`, () =>
    call('portal.item', itemAsked(itemId, asked)),
  );
  if (loaded.state === 'loading') {
    return (
      <>
        <SkeletonLines height={72} />
        <SkeletonLines height={280} count={3} />
      </>
    );
  }
  if (loaded.state === 'error') {
    const refused = loaded.error instanceof RequestFailed ? loaded.error : null;
    if (refused?.code === 'ITEM_RETIRED')
      return <LostItem itemId={itemId} asked={asked} replacedBy={refused.params['replacedBy'] ?? ''} />;
    if (refused?.code === 'NOT_FOUND') return <LostItem itemId={itemId} asked={asked} />;
    return (
      <>
        <PageHeader title={t('portal.item.notLoaded')} />
        <ErrorView error={loaded.error} onRetry={reload} />
        <p>
          <Link to="/catalog">{t('portal.item.back')}</Link>
        </p>
      </>
    );
  }
  return <Item page={loaded.value} onChanged={replace} onGone={reload} onShown={shows} />;
}

interface Props {
  readonly page: ItemPageData;
  readonly onChanged: (page: ItemPageData) => void;
  /** It is not offered any more. */
  readonly onGone: () => void;
  /** A draft is shown now, or none is. */
  readonly onShown: (clientToken: string) => void;
}

function Item({ page, onChanged, onGone, onShown }: Props) {
  const [{ carried, turn }, setCarried] = useState<{
    readonly carried: BegunForm | null;
    readonly turn: number;
  }>(() => ({ carried: carriedTo(page), turn: 0 }));
  useEffect(dropCarried, []);
  const changeForm = async (begun: BegunForm): Promise<void> => {
    onChanged(await call('portal.item', itemAsked(page.item.id, NO_DRAFT)));
    setCarried({ carried: begun, turn: turn + 1 });
  };
  const reopen = async (clientToken: string): Promise<void> => {
    onChanged(await call('portal.item', itemAsked(page.item.id, clientToken)));
    setCarried({ carried: null, turn: turn + 1 });
  };
  // Nothing was filled in that a newer page could take away.
  const lookAgain = async (): Promise<void> => {
    const { item, draft } = page;
    const next = await call('portal.item', itemAsked(item.id, draft?.clientToken ?? NO_DRAFT)).catch(codeOf);
    if (next === 'ITEM_RETIRED' || next === 'NOT_FOUND') onGone();
    if (typeof next !== 'object' || next?.item.version === item.version) return;
    onChanged(next);
    setCarried({ carried: null, turn: turn + 1 });
  };
  const [language, setLanguage] = useState<Language | null>(null);
  const shown = useMemo(
    () =>
      language === null
        ? page
        : { ...page, item: { ...page.item, content: inLanguage(page.item.content, language) } },
    [page, language],
  );
  const { content } = shown.item;
  return (
    <div {...(language !== null && { lang: language })}>
      <ItemHeader content={content} actions={<Star itemId={page.item.id} name={localized(content.name)} />}>
        <Breadcrumbs>
          <LinkCrumb to="/catalog" text={t('portal.nav.catalog')} />
        </Breadcrumbs>
      </ItemHeader>
      <ItemAnnouncements itemId={page.item.id} />
      {page.missed && <MissedDraft requestId={page.missed.requestId} />}
      <FirstDayProvider value={page.firstDay}>
        <ItemRequest
          key={turn}
          page={shown}
          carried={carried}
          onFormChanged={changeForm}
          onReturn={() => void lookAgain()}
          onShown={onShown}
          onReopen={(clientToken) => void reopen(clientToken)}
          language={<ItemLanguage page={page} language={language} onChange={setLanguage} />}
        />
      </FirstDayProvider>
    </div>
  );
}
