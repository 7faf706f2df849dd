import { t } from '../../shared/i18n';
import { PageHeader } from '../../shared/page-header';
import { SkeletonLines } from '../../shared/skeleton-lines';

const CARDS_HEIGHT = 76;
const ROW_HEIGHT = 57;

/** What the board will take up while it is read. */
export function BoardSkeleton() {
  return (
    <>
      <PageHeader title={t('portal.board.title')} />
      <SkeletonLines height={CARDS_HEIGHT} />
      <SkeletonLines height={ROW_HEIGHT} count={8} />
    </>
  );
}
