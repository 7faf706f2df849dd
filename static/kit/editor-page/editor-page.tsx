import Button from '@atlaskit/button/default/button';
import type { ReactNode } from 'react';
import { t } from '../../shared/i18n';
import { Bar, type BarProps } from './bar';
import { Contents, ContentsSelect } from './contents';
import styles from './editor-page.module.css';
import type { EditorFinding } from './findings';
import { type EditorSection, Section } from './section';
import { useSections } from './use-sections';
import { WithFindings } from './with-findings';

interface Props extends BarProps {
  /** What the whole is about, before its sections. */
  readonly intro?: string;
  /** Basic ones first, those for experts last. */
  readonly sections: readonly EditorSection[];
  /** The same list until there are others: new ones get the focus. */
  readonly findings: readonly EditorFinding[];
  readonly onSave: () => void;
  /** Left out where there is nothing to delete. */
  readonly onDelete?: (() => void) | undefined;
  /** What else can be done with it, below the sections. */
  readonly children?: ReactNode;
}

/**
 * The page of one editor: the way back, its title and *Save* always in sight, sections that the address can name, expert ones
 * folded, and findings that lead to where they are. What is not saved is asked about by `useEdited` of whoever holds it.
 */
export function EditorPage(props: Props) {
  const { intro, sections, findings, readOnly, onSave, onDelete, children } = props;
  const { current, asked, go } = useSections(sections);
  const contents = { sections, current, onGo: go };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <Bar {...props}>{sections.length > 1 && <ContentsSelect {...contents} />}</Bar>
      <WithFindings findings={findings} parts={sections}>
        <div className={styles.beside}>
          <div className={styles.sections}>
            {intro !== undefined && <p className={styles.intro}>{intro}</p>}
            {sections.map((section) => (
              <Section
                key={section.key}
                section={section}
                asked={asked?.key === section.key ? asked : null}
              />
            ))}
            {children}
            {!readOnly && onDelete !== undefined && (
              <div className={styles.section}>
                <Button appearance="danger" onClick={onDelete}>
                  {t('kit.editor.delete')}
                </Button>
              </div>
            )}
          </div>
          {sections.length > 1 && <Contents {...contents} />}
        </div>
      </WithFindings>
    </form>
  );
}
