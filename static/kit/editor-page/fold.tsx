import Button from '@atlaskit/button/default/button';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import Lozenge from '@atlaskit/lozenge';
import { type ReactNode, Suspense } from 'react';
import { t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import styles from './editor-page.module.css';
import { useAttention } from './findings';
import { useFold } from './use-fold';

interface Props {
  readonly title: string;
  /** What is set in it, in one line. */
  readonly summary: string;
  /** Of what is edited in it: a finding there opens it. */
  readonly paths?: readonly string[];
  /** Opens it once, whenever it is another object. */
  readonly asked?: object | null;
  /** A section's own, or a row of one. */
  readonly level?: 3 | 4;
  readonly children: ReactNode;
}

/** A part that few people need: folded, with what is set in it in one line. Shown, and loaded, when it is opened. */
export function Fold({ title, summary, paths = [], asked = null, level = 4, children }: Props) {
  const [isOpen, setOpen] = useFold(useAttention(paths), asked);
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <>
      <Heading className={styles.fold}>
        <Button
          appearance="subtle"
          iconBefore={isOpen ? ChevronDownIcon : ChevronRightIcon}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {title}
        </Button>
        <Lozenge>{t('kit.editor.expert')}</Lozenge>
      </Heading>
      <p className={styles.foldSummary}>{summary}</p>
      {isOpen && (
        <div className={styles.folded}>
          <Suspense fallback={<SkeletonLines height={40} count={3} />}>{children}</Suspense>
        </div>
      )}
    </>
  );
}
