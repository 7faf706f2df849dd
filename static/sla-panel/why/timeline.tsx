import { useId, useMemo, useState } from 'react';
import type { Cycle } from '../../../src/sla/engine/model';
import { formatDay } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { axisOf, within } from '../model/axis';
import type { Told } from '../model/explain';
import { daysOf } from '../model/ticks';
import { AxisLine } from './axis-line';
import { AxisTable } from './axis-table';
import { Choice, Pick } from './choice';
import styles from './why.module.css';

const WHOLE = '';

/** The axis of one cycle as a line or as a table, whole or one day of it. */
export function Timeline({ cycle, told }: { readonly cycle: Cycle; readonly told: Told }) {
  const title = useId();
  const [as, setAs] = useState<'line' | 'table'>('line');
  const [date, setDate] = useState(WHOLE);
  const axis = useMemo(() => axisOf(cycle, told.now), [cycle, told.now]);
  const days = useMemo(() => daysOf(axis), [axis]);
  const shown = within(axis, days.find((day) => day.date === date) ?? axis);
  if (axis.bands.length === 0) return null;
  return (
    <section>
      <h2 id={title} className={styles.title}>
        {t('sla.table.time')}
      </h2>
      <div className={styles.bar}>
        <Choice
          label={t('sla.axis.as')}
          value={as}
          options={(['line', 'table'] as const).map((value) => ({ value, label: t(`sla.axis.as.${value}`) }))}
          onChange={setAs}
        />
        {days.length > 1 && (
          <Pick
            className={styles.pick}
            label={t('sla.axis.zoom')}
            value={date}
            options={[
              { value: WHOLE, label: t('sla.axis.whole') },
              ...days.map((day) => ({ value: day.date, label: formatDay(day.from) })),
            ]}
            onChange={setDate}
          />
        )}
      </div>
      {as === 'line' ? (
        <AxisLine axis={shown} told={told} titleId={title} />
      ) : (
        <AxisTable axis={shown} told={told} titleId={title} />
      )}
    </section>
  );
}
