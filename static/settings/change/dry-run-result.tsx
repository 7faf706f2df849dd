import type { DryRun } from '../../../src/sla/definitions/domain/answers/changes';
import { t } from '../../shared/i18n';
import styles from './change.module.css';
import { CycleChanges } from './cycle-changes';

/** What a change would do: the counts, then the work items. */
export function DryRunResult({ run }: { readonly run: DryRun }) {
  const { checked, openCycles, changedIssues, counts, rows } = run;
  const shown = (['breachedNow', 'notBreached', 'metToBreached', 'breachedToMet'] as const).map(
    (kind) => [kind, counts[kind]] as const,
  );
  return (
    <>
      <p>{t('settings.dryRun.summary', { checked, openCycles, changedIssues })}</p>
      {totalOf(counts) > 0 && (
        <dl className={styles.numbers}>
          <Count
            label={t('settings.flip.due')}
            value={counts.due + counts.breachedNow + counts.notBreached}
          />
          {shown.map(([kind, value]) => (
            <Count key={kind} label={t(`settings.flip.${kind}`)} value={value} />
          ))}
        </dl>
      )}
      <CycleChanges caption={t('settings.dryRun')} rows={rows} total={totalOf(counts)} />
    </>
  );
}

export const totalOf = (counts: DryRun['counts']): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

function Count({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <div className={styles.number}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
