import { useState } from 'react';
import type { MetricDefinition } from '../../../src/sla/engine/model';
import { worded } from '../../kit/controls';
import { choice, type Field, FieldRow, mapped, part, seenAs, text } from '../../kit/fields';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { instantAtWall, wallTime, zoneNote } from '../../shared/wall-time';
import { type MetricForce, forceOf, withForce } from '../model/metric-force';

const FORCES: readonly MetricForce[] = ['active', 'finish', 'cancel', 'off'];

/** Whether the metric is in force, since when, and what becomes of cycles under way when it no longer is. */
export function MetricState({ of }: { readonly of: Field<MetricDefinition> }) {
  const { value: metric } = of;
  const [opened] = useState(() => Date.now());
  const since =
    metric.retired === undefined
      ? ''
      : t('settings.more.retiredSince', { at: formatDateTime(metric.retired.at) });
  return (
    <>
      <FieldRow
        field={{
          ...seenAs(of, forceOf, (force) => forcedNow(metric, force)),
          path: 'retired',
        }}
        label="settings.more.force"
        help={<>{`${t(`settings.more.forceHint.${forceOf(metric)}`)} ${since}`}</>}
        control={choice(worded('settings.more.force', FORCES))}
      />
      <FieldRow
        field={part(of, 'effectiveFrom')}
        label="settings.more.effectiveFrom"
        help={<>{`${t('settings.more.effectiveFromHint')} ${zoneNote(metric.effectiveFrom ?? opened)}`}</>}
        control={mapped(
          text({ type: 'datetime-local', width: 220 }),
          (at: MetricDefinition['effectiveFrom']) => (at === undefined ? '' : wallTime(at)),
          (written) => instantAtWall(written),
        )}
      />
    </>
  );
}

/** From the moment somebody says so. */
const forcedNow = (metric: MetricDefinition, force: Parameters<typeof withForce>[1]): MetricDefinition =>
  withForce(metric, force, Date.now());
