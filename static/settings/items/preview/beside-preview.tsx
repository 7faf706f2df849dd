import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import { SkeletonLines } from '../../../shared/skeleton-lines';
import styles from './beside-preview.module.css';
import type { PreviewProps } from './item-preview';
import { ItemPreview } from './lazy-preview';

interface Props {
  /** `null` while nobody looks at it. */
  readonly preview: PreviewProps | null;
  readonly children: ReactNode;
}

/** An editor, and the preview beside it where there is room, else below; whoever opens it is led there. */
export function BesidePreview({ preview, children }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  const isOpen = preview !== null;
  useEffect(() => {
    if (isOpen) title.current?.focus();
  }, [isOpen]);
  return (
    <div className={isOpen ? styles.beside : undefined}>
      <div>{children}</div>
      {isOpen && (
        <section aria-labelledby="item-preview">
          <h3 id="item-preview" ref={title} tabIndex={-1} className={forms.heading}>
            {t('settings.preview.title')}
          </h3>
          <p className={forms.hint}>{t('settings.preview.hint')}</p>
          <Suspense fallback={<SkeletonLines height={40} count={6} />}>
            {preview.rev > 0 && <ItemPreview {...preview} />}
          </Suspense>
        </section>
      )}
    </div>
  );
}
