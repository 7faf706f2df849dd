import type { MetricDefinition } from '../../../src/sla/engine/model';
import { worded } from '../../kit/controls';
import { check, choice, duration, type Field, Fields, mapped, maybe, number, pick } from '../../kit/fields';
import { t } from '../../shared/i18n';
import { useDirectory } from '../directory/use-directory';
import type { FieldCatalog } from '../model/field-catalog';

interface Props {
  readonly of: Field<MetricDefinition>;
  readonly catalog: FieldCatalog;
}

const METHODS = ['first', 'last', 'every', 'sum', 'span'] as const;
const GOAL_CHANGES = ['carry', 'restart', 'keep', 'retroactive'] as const;

/** The fine points of counting: several cycles, a goal that changes midway, where time counts from, reopening and grace. */
export function CountingRules({ of, catalog }: Props) {
  const { dateFields } = useDirectory(catalog);
  return (
    <Fields
      of={of}
      rows={[
        {
          key: 'method',
          label: 'settings.metric.method',
          control: choice(worded('settings.method', METHODS)),
        },
        {
          key: 'goalChange',
          label: 'settings.metric.goalChange',
          control: choice(worded('settings.goalChange', GOAL_CHANGES)),
        },
        {
          key: 'startFromField',
          label: 'settings.more.startFrom',
          control: maybe(
            pick([
              { value: '', label: t('settings.more.startFrom.event') },
              { value: 'created', label: t('settings.more.startFrom.created') },
              ...dateFields.filter(({ value }) => value !== 'created'),
            ]),
          ),
        },
        of.value.startFromField !== undefined && {
          key: 'retroactivePause',
          label: 'settings.more.retroactivePause',
          help: 'settings.more.retroactivePauseHint',
          control: check(),
        },
        {
          key: 'stopBeforeStart',
          label: 'settings.more.stopBeforeStart',
          help: 'settings.more.stopBeforeStartHint',
          control: mapped(
            check(),
            (what: MetricDefinition['stopBeforeStart']) => what === 'met',
            (isMet) => (isMet ? 'met' : 'ignore'),
          ),
        },
        {
          key: 'undoStopMs',
          label: 'settings.more.undoStop',
          help: 'settings.more.undoStopHint',
          control: duration(),
        },
        {
          key: 'graceMs',
          label: 'settings.metric.grace',
          help: 'settings.metric.graceHint',
          control: number({ per: 60_000 }),
        },
      ]}
    />
  );
}

/** What of it is set, in one line. */
export const countingRulesText = ({ method, goalChange, graceMs }: MetricDefinition): string =>
  [
    t(`settings.method.${method}`),
    t(`settings.goalChange.${goalChange}`),
    ...(graceMs > 0 ? [t('settings.more.graceOf', { minutes: graceMs / 60_000 })] : []),
  ].join('; ');
