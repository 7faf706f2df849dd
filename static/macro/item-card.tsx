import Button from '@atlaskit/button/default/button';
import { useId } from 'react';
import type { MacroItem } from '../../src/knowledge/domain/answers';
import { call, codeOf } from '../shared/api';
import { EmptyView } from '../shared/empty-view';
import { ErrorView } from '../shared/error-view';
import { Glyph } from '../shared/glyph';
import { localized, t } from '../shared/i18n';
import { SkeletonLines } from '../shared/skeleton-lines';
import { useLoad } from '../shared/use-load';
import { openItem } from './open-item';
import type { Place } from './place-here';
import styles from './macro.module.css';

/** A catalog item on a page, with the button that leads to its form. */
export function ItemCard({ place }: { readonly place: Place }) {
  const { itemId } = place;
  if (itemId === null) return <EmptyView title={t('macro.empty.title')}>{t('macro.empty.text')}</EmptyView>;
  return <ChosenCard itemId={itemId} pageId={place.pageId} />;
}

function ChosenCard({ itemId, pageId }: { readonly itemId: string; readonly pageId: string | null }) {
  const { loaded, reload } = useLoad(itemId, () =>
    call('knowledge.macro', { itemId, ...(pageId === null ? {} : { pageId }) }),
  );
  if (loaded.state === 'loading') return <SkeletonLines height={96} />;
  if (loaded.state === 'error') {
    return isNotForViewer(loaded.error) ? (
      <EmptyView title={t('macro.notForYou.title')}>{t('macro.notForYou.text')}</EmptyView>
    ) : (
      <ErrorView error={loaded.error} onRetry={reload} />
    );
  }
  return <Card item={loaded.value} />;
}

/** Not offered to them or never there: the backend answers both alike, so that no name is told. */
const isNotForViewer = (error: unknown): boolean => codeOf(error) === 'NOT_FOUND';

function Card({ item }: { readonly item: MacroItem }) {
  const whyId = useId();
  return (
    <article className={styles.card}>
      <span className={styles.icon}>
        <Glyph name={item.icon} />
      </span>
      <div className={styles.text}>
        <h2 className={styles.name}>{localized(item.name)}</h2>
        <p className={styles.summary}>{localized(item.summary)}</p>
        {item.solved > 0 && <p className={styles.stats}>{t('macro.solved', { n: item.solved })}</p>}
      </div>
      <div className={styles.action}>
        <Button
          appearance="primary"
          isDisabled={!item.mayRequest}
          aria-describedby={item.mayRequest ? undefined : whyId}
          onClick={() => void openItem(item.itemId)}
        >
          {t('macro.request')}
        </Button>
        {!item.mayRequest && (
          <p id={whyId} className={styles.why}>
            {t('macro.why.noJira')}
          </p>
        )}
      </div>
    </article>
  );
}
