import type { DryRun } from '../../../src/sla/definitions/domain/answers/changes';
import { t } from '../../shared/i18n';
import styles from './change.module.css';
import { CycleChanges } from './cycle-changes';

interface Props {
  readonly run: DryRun;
  /** What is saved has no old rule: it starts clocks. */
  readonly isNew: boolean;
}

const KINDS = [
  'appears',
  'appearsLate',
  'disappears',
  'due',
  'breachedNow',
  'notBreached',
  'metToBreached',
  'breachedToMet',
] as const;

/** What a change would do: the counts, which make up all clocks that change, then the work items. */
export function DryRunResult({ run, isNew }: Props) {
  const { checked, openCycles, changedIssues, counts, rows } = run;
  const total = totalOf(counts);
  return (
    <>
      <p>
        {isNew
          ? t('settings.dryRun.begins', { count: openCycles, late: counts.appearsLate })
          : t('settings.dryRun.summary', { checked, openCycles, changedIssues })}
      </p>
      {!isNew && total > 0 && (
        <>
          <p>{t('settings.dryRun.clocks', { count: total })}</p>
          <dl className={styles.numbers}>
            {KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
              <div key={kind} className={styles.number}>
                <dt>{t(`settings.flip.${kind}`)}</dt>
                <dd>{counts[kind]}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <CycleChanges caption={t('settings.dryRun')} rows={rows} total={total} />
    </>
  );
}

export const totalOf = (counts: DryRun['counts']): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
