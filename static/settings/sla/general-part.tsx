import type { Agreement, MetricDefinition } from '../../../src/sla/engine/model';
import { named, worded } from '../../kit/controls';
import { choice, type Field, Fields, localized, maybe, pick } from '../../kit/fields';
import { t } from '../../shared/i18n';

interface Props {
  readonly of: Field<MetricDefinition>;
  readonly agreements: readonly Agreement[];
}

/** What the metric is called, whose promise it measures, and what requesters see. Choosing an agreement takes over its kind. */
export function GeneralPart({ of, agreements }: Props) {
  const write = (next: MetricDefinition) => {
    const chosen = agreements.find(({ id }) => id === next.agreementId);
    const takes = chosen !== undefined && next.agreementId !== of.value.agreementId;
    of.onChange(takes ? { ...next, kind: chosen.kind } : next);
  };
  return (
    <Fields
      of={{ ...of, onChange: write }}
      rows={[
        { key: 'name', label: 'settings.name', control: localized() },
        {
          key: 'agreementId',
          label: 'settings.metric.agreement',
          half: true,
          control: maybe(
            pick([{ value: '', label: t('settings.metric.noAgreement') }, ...named(agreements)]),
          ),
        },
        {
          key: 'kind',
          label: 'settings.metric.kind',
          half: true,
          control: choice(worded('settings.agreement.kind', ['SLA', 'OLA', 'UC'])),
        },
        {
          key: 'visibility',
          label: 'settings.metric.visibility',
          half: true,
          control: choice(worded('settings.visibility', ['hidden', 'state', 'date'])),
        },
      ]}
    />
  );
}
