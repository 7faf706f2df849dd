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

/** An editor, and the preview beside it. */
export const BesidePreview = ({ preview, children }: Props) => (
  <Beside
    title={t('settings.preview.title')}
    hint={t('settings.preview.hint')}
    opened={preview?.itemId ?? null}
    shown={preview !== null && preview.rev > 0 && <ItemPreview {...preview} />}
  >
    {children}
  </Beside>
);

interface BesideProps {
  readonly title: string;
  readonly hint: string;
  /** What is looked at; `null` for nothing. */
  readonly opened: string | null;
  readonly shown: ReactNode;
  /** However much room there is: the editor needs it. */
  readonly isBelow?: boolean;
  readonly children: ReactNode;
}

/** An editor with something beside it where there is room, else below; whoever opens it is led there. */
export function Beside({ title, hint, opened, shown, isBelow = false, children }: BesideProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened !== null) heading.current?.focus();
  }, [opened]);
  return (
    <div className={opened === null || isBelow ? undefined : styles.beside}>
      <div>{children}</div>
      {opened !== null && (
        <section aria-labelledby="beside">
          <h3 id="beside" ref={heading} tabIndex={-1} className={forms.heading}>
            {title}
          </h3>
          <p className={forms.hint}>{hint}</p>
          <Suspense fallback={<SkeletonLines height={40} count={6} />}>{shown}</Suspense>
        </section>
      )}
    </div>
  );
}
