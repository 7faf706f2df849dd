import { type ReactNode, Suspense } from 'react';
import { SkeletonLines } from '../../shared/skeleton-lines';
import forms from '../forms.module.css';
import styles from './editor-page.module.css';
import { Fold } from './fold';

/** A part of an editor that has a heading, and a place in the address. */
export interface EditorSection {
  /** In the address: `goals`. */
  readonly key: string;
  readonly title: string;
  readonly hint?: string;
  /** For few people: folded, with what is set in it in one line. Such sections come last. */
  readonly expert?: string;
  /** Of what is edited in it, for findings: `goals`. */
  readonly paths?: readonly string[];
  readonly content: ReactNode;
}

interface Props {
  readonly section: EditorSection;
  /** Somebody was led here: another object each time. */
  readonly asked: object | null;
}

export const headingId = (key: string): string => `section-${key}`;

export function Section({ section: { key, title, hint, expert, paths, content }, asked }: Props) {
  const inner = (
    <>
      {hint !== undefined && <p className={forms.hint}>{hint}</p>}
      {content}
    </>
  );
  return (
    <section id={headingId(key)} tabIndex={-1} aria-label={title} className={styles.section}>
      {expert === undefined ? (
        <>
          <h3 className={styles.heading}>{title}</h3>
          <Suspense fallback={<SkeletonLines height={40} count={3} />}>{inner}</Suspense>
        </>
      ) : (
        <Fold title={title} summary={expert} paths={paths ?? []} asked={asked} level={3}>
          {inner}
        </Fold>
      )}
    </section>
  );
}
