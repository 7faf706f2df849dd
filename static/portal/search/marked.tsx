import { wordsOf } from '../../../src/kernel/text-words';
import { stemOf } from '../../../src/knowledge/domain/words';
import styles from '../reader/article-list.module.css';

const WORD = /([\p{L}\p{N}][\p{L}\p{N}+#-]*)/u;

/** A text with the words in it that a search was about, in whatever form they stand there. */
export const Marked = ({ text, terms }: { readonly text: string; readonly terms: ReadonlySet<string> }) => (
  <>
    {text.split(WORD).map((part, index) =>
      wordsOf(part).some((word) => terms.has(stemOf(word))) ? (
        <mark key={index} className={styles.hit}>
          {part}
        </mark>
      ) : (
        part
      ),
    )}
  </>
);
