import type { SlaDefinitions } from '../../../../src/sla/engine/model';
import type { Tally } from '../../../../src/sla/compliance/domain/tally';
import { percentOf } from '../../../../src/sla/compliance/domain/share';
import { localized, t } from '../../../shared/i18n';
import forms from '../../../kit/forms.module.css';
import { ListTable } from '../../../kit/list/list-table';
import { percentText } from './period-words';

interface Props {
  readonly tally: Tally;
  readonly metrics: Readonly<Record<string, Tally>>;
  readonly definitions: SlaDefinitions;
}

const PARTS = ['met', 'breached', 'excused', 'cancelled', 'open'] as const;

/** The counts behind the result, by metric and together, and what is not among them. */
export function Counts({ tally, metrics, definitions }: Props) {
  const nameOf = (metricId: string): string => {
    const metric = definitions.metrics.find(({ id }) => id === metricId);
    return metric === undefined ? metricId : localized(metric.name);
  };
  const row = (id: string, name: string, counts: Tally) => ({
    id,
    cells: [
      name,
      ...PARTS.map((part) => String(counts[part])),
      percentText(percentOf(counts.met, counts.met + counts.breached)),
    ],
  });
  const order = (id: string) => definitions.metrics.findIndex((metric) => metric.id === id);
  const rows = Object.entries(metrics)
    .sort(([left], [right]) => order(left) - order(right))
    .map(([id, counts]) => row(id, nameOf(id), counts));
  if (rows.length === 0) return <p>{t('settings.compliance.noCycles')}</p>;
  return (
    <>
      <ListTable
        caption={t('settings.compliance.counts')}
        columns={[
          t('settings.compliance.metric'),
          ...PARTS.map((part) => t(`settings.compliance.tally.${part}`)),
          t('settings.compliance.column.compliance'),
        ]}
        empty=""
        rows={rows.length > 1 ? [...rows, row('', t('settings.compliance.together'), tally)] : rows}
      />
      <p className={forms.hint}>{t('settings.compliance.formula')}</p>
      {tally.undated > 0 && <p>{t('settings.compliance.undated', { count: tally.undated })}</p>}
    </>
  );
}
