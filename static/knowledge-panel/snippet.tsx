import { excerptParts } from '../../src/knowledge/domain/excerpt';
import styles from './article-row.module.css';

/** Two lines of the article, the words that were searched for marked. */
export function Snippet({ excerpt }: { readonly excerpt: string }) {
  return (
    <p className={styles.snippet}>
      {excerptParts(excerpt).map((part, index) =>
        part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
      )}
    </p>
  );
}
