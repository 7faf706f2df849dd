import { useEffect, useMemo, useState } from 'react';
import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import { Link } from 'wouter';
import type { ItemPage as ItemPageData } from '../../../src/catalog/domain/call-answers';
import { inLanguage } from '../../../src/catalog/domain/item-texts';
import type { Language } from '../../../src/kernel/text';
import { call, RequestFailed } from '../../shared/api';
import { ErrorView } from '../../shared/error-view';
import { localized, t } from '../../shared/i18n';
import { PageHeader } from '../../shared/page-header';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useLoad } from '../../shared/use-load';
import { ItemAnnouncements } from '../announcements/item-announcements';
import { carriedTo, dropCarried } from '../form/carried-answers';
import { FirstDayProvider } from '../form/first-day';
import type { BegunForm } from '../form/use-request-form';
import { LinkCrumb } from '../../kit/address/link-crumb';
import { Star } from '../favourites/star';
import { ItemHeader } from './item-header';
import { ItemLanguage } from './item-language';
import { ItemRequest } from './item-request';
import { RetiredItem } from './retired-item';

/** One item: what it is, what it promises, and the form to ask for it. */
export function ItemPage({ itemId }: { readonly itemId: string }) {
  const { loaded, reload, replace } = useLoad(itemId, () => call('portal.item', { itemId }));
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
      return <RetiredItem replacedBy={refused.params['replacedBy'] ?? null} />;
    return (
      <>
        <PageHeader
          title={t(refused?.code === 'NOT_FOUND' ? 'portal.item.unknown' : 'portal.item.notLoaded')}
        />
        <ErrorView error={loaded.error} onRetry={reload} />
        <p>
          <Link to="/catalog">{t('portal.item.back')}</Link>
        </p>
      </>
    );
  }
  return <Item page={loaded.value} onChanged={replace} />;
}

interface Props {
  readonly page: ItemPageData;
  readonly onChanged: (page: ItemPageData) => void;
}

function Item({ page, onChanged }: Props) {
  const [{ carried, turn }, setCarried] = useState<{
    readonly carried: BegunForm | null;
    readonly turn: number;
  }>(() => ({ carried: carriedTo(page), turn: 0 }));
  useEffect(dropCarried, []);
  const changeForm = async (begun: BegunForm): Promise<void> => {
    onChanged(await call('portal.item', { itemId: page.item.id }));
    setCarried({ carried: begun, turn: turn + 1 });
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
          <BreadcrumbsItem text={localized(content.name)} />
        </Breadcrumbs>
      </ItemHeader>
      <ItemAnnouncements itemId={page.item.id} />
      <FirstDayProvider value={page.firstDay}>
        <ItemRequest
          key={turn}
          page={shown}
          carried={carried}
          onFormChanged={changeForm}
          language={<ItemLanguage page={page} language={language} onChange={setLanguage} />}
        />
      </FirstDayProvider>
    </div>
  );
}
