import Lozenge from '@atlaskit/lozenge';
import { lazy, Suspense, useId } from 'react';
import type { Comparison } from '../../../../src/sla/definitions/domain/simulate/simulate';
import { idleText } from '../../../../src/sla/engine/words/unmet-text';
import { formatDateTime } from '../../../shared/dates';
import { locale, loadTexts, t } from '../../../shared/i18n';
import { SkeletonLines } from '../../../shared/skeleton-lines';
import { slaWords } from '../../../shared/sla-words';
import { wordsAround } from '../../model/metric-text';
import { OutcomeLozenge } from './outcome-lozenge';
import forms from '../../../kit/forms.module.css';
import styles from './simulate.module.css';
import { hoursText } from './hours-text';
import type { Trial } from './simulator';

// The panel's own timeline, with the panel's own words, when somebody asks for it.
const Timeline = lazy(async () => {
  const [{ Timeline: component }] = await Promise.all([import('./timeline'), loadTexts(locale(), slaWords)]);
  return { default: component };
});

interface Props extends Trial {
  readonly row: Comparison;
  readonly summary: string;
  readonly asOf: number;
  readonly isOpen: boolean;
  readonly columns: number;
  readonly onToggle: () => void;
}

/** One work item of a sample; opened, its timeline. */
export function SampleRow(props: Props) {
  const { row, summary, catalog, definitions, isOpen, columns, onToggle } = props;
  const { outcome, why } = row.now;
  const id = useId();
  return (
    <>
      <tr>
        <th scope="row">
          <button
            type="button"
            className={`${forms.link} ${styles.open}`}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={onToggle}
          >
            {row.history.issueKey}
          </button>
          <div className={styles.summary}>{summary}</div>
        </th>
        <td>
          <OutcomeLozenge outcome={outcome} />
          {why !== null && (
            <p className={styles.why}>
              {idleText(why, { ...wordsAround({ ...definitions, catalog }), locale: locale() })}
            </p>
          )}
        </td>
        <td>{outcome.goal?.name ?? '–'}</td>
        <td>{outcome.due === undefined ? '–' : formatDateTime(outcome.due)}</td>
        <td>{outcome.elapsedMs === undefined ? '–' : hoursText(outcome.elapsedMs)}</td>
        <td>
          <Before row={row} />
        </td>
      </tr>
      {isOpen && (
        <tr id={id}>
          <td colSpan={columns} className={styles.detail}>
            <Suspense fallback={<SkeletonLines height={120} />}>
              <Timeline {...props} />
            </Suspense>
          </td>
        </tr>
      )}
    </>
  );
}

/** What the stored metric says, where that is something else. */
function Before({ row: { before, changed } }: { readonly row: Comparison }) {
  if (before === null) return <span className={styles.quiet}>{t('settings.simulator.notInForce')}</span>;
  if (!changed) return <span className={styles.quiet}>{t('settings.simulator.same')}</span>;
  const { outcome } = before;
  return (
    <>
      <Lozenge appearance="moved">{t('settings.simulator.differs')}</Lozenge>
      <div>{t(`settings.state.${outcome.state}`)}</div>
      {outcome.goal !== undefined && <div className={styles.quiet}>{outcome.goal.name}</div>}
      {outcome.due !== undefined && <div className={styles.quiet}>{formatDateTime(outcome.due)}</div>}
      {outcome.elapsedMs !== undefined && <div className={styles.quiet}>{hoursText(outcome.elapsedMs)}</div>}
    </>
  );
}
