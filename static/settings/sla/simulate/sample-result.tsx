import SectionMessage from '@atlaskit/section-message';
import { useMemo, useState } from 'react';
import type { Sample } from '../../../../src/sla/definitions/domain/answers/definitions';
import { watchedFields } from '../../../../src/sla/engine/history';
import type { MetricDefinition, SlaDefinitions } from '../../../../src/sla/engine/model';
import {
  type Comparison,
  compareMetric,
  totalsOf,
} from '../../../../src/sla/definitions/domain/simulate/simulate';
import { t } from '../../../shared/i18n';
import { SampleRow } from './sample-row';
import styles from './simulate.module.css';
import type { Trial } from './simulator';

interface Props extends Trial {
  readonly sample: Sample;
}

const COLUMNS = ['item', 'now', 'goal', 'due', 'used', 'before'] as const;
const VERDICTS = ['met', 'breached', 'running', 'notApplicable'] as const;

/** What the metric says of each work item of a sample, counted, beside what the stored one says. */
export function SampleResult({ sample, metric, definitions, catalog, onMakeTest }: Props) {
  const trial = { metric, definitions, catalog, onMakeTest };
  const rows = useMemo(() => compared(sample, metric, definitions), [sample, metric, definitions]);
  const [open, setOpen] = useState<string | null>(null);
  if (rows === null) {
    return (
      <SectionMessage appearance="warning">
        <p>{t('settings.simulator.notReplayable')}</p>
      </SectionMessage>
    );
  }
  const totals = totalsOf(rows.map(({ now }) => now.verdict));
  const changed = rows.filter((row) => row.changed).length;
  const known = new Set(sample.fields);
  const lacking = [...watchedFields({ metrics: [metric] })].filter((field) => !known.has(field));
  return (
    <div>
      {lacking.length > 0 && (
        <SectionMessage appearance="warning">
          <p>{t('settings.simulator.runAgain', { fields: lacking.map(catalog.fieldName).join(', ') })}</p>
        </SectionMessage>
      )}
      <p role="status" className={styles.totals}>
        {VERDICTS.map((verdict) => (
          <span key={verdict} className={styles.total}>
            <strong>{totals[verdict]}</strong> {t(`settings.verdict.${verdict}`)}
          </span>
        ))}
        <span className={styles.total}>{t('settings.simulator.changed', { count: changed })}</span>
        {sample.more && <span>{t('settings.simulator.more', { count: rows.length })}</span>}
      </p>
      <div className={styles.scroll} role="region" aria-label={t('settings.simulator.result')}>
        <table className={styles.table}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`settings.simulator.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <SampleRow
                key={row.history.issueKey}
                {...trial}
                row={row}
                summary={summaryOf(sample, row)}
                asOf={sample.asOf}
                isOpen={open === row.history.issueKey}
                columns={COLUMNS.length}
                onToggle={() => setOpen(open === row.history.issueKey ? null : row.history.issueKey)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const summaryOf = ({ issues }: Sample, row: Comparison): string =>
  issues.find(({ history }) => history === row.history)?.summary ?? '';

/** `null` while the metric is so broken that no clock can run. */
function compared(
  sample: Sample,
  metric: MetricDefinition,
  definitions: SlaDefinitions,
): readonly Comparison[] | null {
  try {
    return compareMetric(
      definitions,
      metric,
      sample.issues.map(({ history }) => history),
      sample.asOf,
    );
  } catch {
    return null;
  }
}
