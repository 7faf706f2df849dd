import Skeleton from '@atlaskit/skeleton';
import { t } from './i18n';
import styles from './skeleton-lines.module.css';

interface Props {
  /** Height of one block in pixels: that of what will replace it, so that nothing jumps. */
  readonly height: number;
  readonly count?: number;
}

/** Blocks in the place of what is being loaded. */
export function SkeletonLines({ height, count = 1 }: Props) {
  return (
    <div className={styles.lines} role="status" aria-label={t('common.loading')}>
      {Array.from({ length: count }, (_, index) => (
        <Skeleton
          key={index}
          width="100%"
          height={height}
          borderRadius="var(--ds-radius-small)"
          isShimmering
        />
      ))}
    </div>
  );
}
