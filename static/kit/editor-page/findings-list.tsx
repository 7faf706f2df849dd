import SectionMessage from '@atlaskit/section-message';
import { useContext } from 'react';
import { t } from '../../shared/i18n';
import forms from '../forms.module.css';
import styles from './editor-page.module.css';
import { type EditorFinding, findingsIn, FindingsContext } from './findings';

/** A part of an editor by the paths of what is edited in it. */
export interface Part {
  readonly title: string;
  readonly paths?: readonly string[];
}

interface Props {
  readonly parts: readonly Part[];
  readonly title?: string | undefined;
}

/** What is wrong and where; refusals, or warnings where there are none. */
export function FindingsList({ parts, title }: Props) {
  const { all, lead } = useContext(FindingsContext);
  const errors = all.filter(({ severity }) => severity === 'error');
  if (all.length === 0) return null;
  const kind = errors.length > 0 ? 'error' : 'warning';
  const partOf = (finding: EditorFinding) =>
    parts.find(({ paths = [] }) => findingsIn([finding], paths).length > 0);
  return (
    <SectionMessage appearance={kind} title={title ?? t(`kit.editor.findings.${kind}`)}>
      <ul className={forms.problems}>
        {(errors.length > 0 ? errors : all).map((finding, index) => {
          const part = partOf(finding);
          return (
            <li key={index}>
              {part !== undefined && (
                <>
                  <button
                    type="button"
                    className={`${forms.link} ${styles.lead}`}
                    onClick={() => lead(finding)}
                  >
                    {part.title}
                  </button>
                  {': '}
                </>
              )}
              {finding.text}
            </li>
          );
        })}
      </ul>
    </SectionMessage>
  );
}
