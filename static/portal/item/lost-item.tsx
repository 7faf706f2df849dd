import { Link } from 'wouter';
import type { ToldDraft } from '../../../src/catalog/domain/call-answers';
import { EmptyView } from '../../shared/empty-view';
import { localized, t } from '../../shared/i18n';
import { PageHeader } from '../../shared/page-header';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { itemAddress } from '../addresses';
import { useHome } from '../home-data';
import { LostDraft } from './lost-draft';

interface Props {
  readonly itemId: string;
  /** The draft that the address asks for; the newest where it is empty. */
  readonly asked: string;
  /** What took the place of a retired item, empty for nothing; left out where nobody tells what became of it. */
  readonly replacedBy?: string;
}

/** An old link, or a draft of what is not offered any more: what replaces it, and what somebody has written for it. */
export function LostItem({ itemId, asked, replacedBy }: Props) {
  const { loaded } = useHome();
  if (loaded.state === 'loading') return <SkeletonLines height={160} />;
  const drafts = loaded.state === 'ready' ? loaded.value.drafts : [];
  const own = drafts.filter((draft) => draft.itemId === itemId);
  const draft = own.find(({ clientToken }) => clientToken === asked) ?? own[0];
  return (
    <>
      <PageHeader title={titleOf(draft, replacedBy)} />
      {draft === undefined ? (
        <WithoutDraft replacedBy={replacedBy} />
      ) : (
        <LostDraft key={draft.clientToken} draft={draft} drafts={own} replacedBy={replacedBy} />
      )}
    </>
  );
}

function titleOf(draft: ToldDraft | undefined, replacedBy: string | undefined): string {
  if (draft !== undefined) return localized(draft.itemName);
  return t(replacedBy === undefined ? 'portal.item.unknown' : 'portal.item.retired');
}

function WithoutDraft({ replacedBy }: Pick<Props, 'replacedBy'>) {
  const back = <Link to="/catalog">{t('portal.item.back')}</Link>;
  return (
    <EmptyView
      title={t(replacedBy === undefined ? 'error.NOT_FOUND' : 'portal.item.retiredTitle')}
      action={replacedBy ? <Link to={itemAddress(replacedBy)}>{t('portal.item.replacement')}</Link> : back}
    />
  );
}
