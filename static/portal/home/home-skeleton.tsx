import Skeleton from '@atlaskit/skeleton';
import { t } from '../../shared/i18n';
import tiles from './item-tile.module.css';
import styles from './home-skeleton.module.css';

/** The home below its search at the height it will have: two rows of popular items, a first category. */
export function HomeSkeleton() {
  return (
    <div className={styles.home} role="status" aria-label={t('common.loading')}>
      {['popular', 'category'].map((part) => (
        <div key={part}>
          <Skeleton width={160} height={20} borderRadius="var(--ds-radius-small)" />
          <div className={`${tiles.tiles} ${styles.tiles}`}>
            {Array.from({ length: 6 }, (_, index) => (
              <Skeleton
                key={index}
                width="100%"
                height={76}
                borderRadius="var(--ds-radius-large)"
                isShimmering
              />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
