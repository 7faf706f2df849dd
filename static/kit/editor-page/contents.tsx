import { useContext } from 'react';
import { t } from '../../shared/i18n';
import choice from '../controls/choice.module.css';
import forms from '../forms.module.css';
import styles from './editor-page.module.css';
import { type EditorFinding, findingsIn, FindingsContext } from './findings';
import { type EditorSection, headingId } from './section';

interface Props {
  readonly sections: readonly EditorSection[];
  readonly current: string;
  readonly onGo: (key: string) => void;
}

/** The sections beside the editor: basic ones, then those for experts. One with a finding says so. */
export function Contents({ sections, current, onGo }: Props) {
  const { all } = useContext(FindingsContext);
  const listed = (expert: boolean) => sections.filter((section) => (section.expert !== undefined) === expert);
  return (
    <nav className={styles.contents} aria-label={t('kit.editor.sections')}>
      {[false, true].map(
        (expert) =>
          listed(expert).length > 0 && (
            <div key={String(expert)}>
              {expert && <p className={styles.group}>{t('kit.editor.expert')}</p>}
              <ul className={forms.list}>
                {listed(expert).map(({ key, title, paths = [] }) => (
                  <li key={key}>
                    <a
                      href={`#${headingId(key)}`}
                      className={styles.link}
                      aria-current={key === current ? 'location' : undefined}
                      onClick={(event) => {
                        event.preventDefault();
                        onGo(key);
                      }}
                    >
                      {title}
                    </a>
                    <Mark found={findingsIn(all, paths)} />
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </nav>
  );
}

function Mark({ found }: { readonly found: readonly EditorFinding[] }) {
  const isRefused = found.some(({ severity }) => severity === 'error');
  if (found.length === 0) return null;
  return (
    <span
      className={isRefused ? styles.refused : styles.warned}
      role="img"
      aria-label={t('kit.editor.hasFinding')}
    >
      !
    </span>
  );
}

/** The same where there is no room beside: a select. */
export function ContentsSelect({ sections, current, onGo }: Props) {
  return (
    <select
      className={`${choice.choice} ${styles.select}`}
      aria-label={t('kit.editor.goTo')}
      value={current}
      onChange={(event) => onGo(event.currentTarget.value)}
    >
      {sections.map(({ key, title, expert }) => (
        <option key={key} value={key}>
          {expert === undefined ? title : t('kit.editor.expertSection', { title })}
        </option>
      ))}
    </select>
  );
}
