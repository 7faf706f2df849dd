import { excerptParts } from '../../../src/knowledge/domain/excerpt';
import styles from './article-list.module.css';

/** Two lines of an article as Confluence gave them, with what was searched for in them. */
export const Excerpt = ({ text }: { readonly text: string }) =>
  text === '' ? null : (
    <span className={styles.excerpt}>
      {excerptParts(text).map((part, index) =>
        part.hit ? (
          <mark key={index} className={styles.hit}>
            {part.text}
          </mark>
        ) : (
          <span key={index}>{part.text}</span>
        ),
      )}
    </span>
  );
