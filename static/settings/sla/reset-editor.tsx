import type { MetricDefinition } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import type { FieldCatalog } from '../model/field-catalog';
import { Choice } from '../../kit/controls/choice';
import { Labelled } from '../../kit/controls/labelled';
import { ProblemsAt } from '../shared/problems-at';
import { TriggersEditor } from './triggers-editor';

type Reset = NonNullable<MetricDefinition['reset']>;

interface Props {
  readonly reset: Reset | undefined;
  readonly catalog: FieldCatalog;
  readonly metrics: readonly MetricDefinition[];
  readonly readOnly: boolean;
  readonly onChange: (reset: Reset | undefined) => void;
}

const FINISHED: readonly Reset['finished'][] = ['keep', 'restart', 'invalidate'];
const NEVER = 'never';

/** Events that set the clock back to zero, and what they do to a cycle that has finished. */
export function ResetEditor({ reset, catalog, metrics, readOnly, onChange }: Props) {
  return (
    <>
      <ProblemsAt path="reset">
        <Labelled label={t('settings.more.reset')}>
          <Choice<Reset['finished'] | typeof NEVER>
            label={t('settings.more.reset')}
            value={reset?.finished ?? NEVER}
            readOnly={readOnly}
            options={[NEVER, ...FINISHED].map((value) => ({
              value: value as Reset['finished'] | typeof NEVER,
              label: t(`settings.more.reset.${value}`),
            }))}
            onChange={(finished) =>
              onChange(
                finished === NEVER
                  ? undefined
                  : { on: reset?.on ?? [{ on: 'changed', field: 'status', to: [] }], finished },
              )
            }
          />
        </Labelled>
      </ProblemsAt>
      {reset !== undefined && (
        <TriggersEditor
          path="reset.on"
          title={t('settings.more.resetsWhen')}
          triggers={reset.on}
          catalog={catalog}
          metrics={metrics}
          readOnly={readOnly}
          mayBeEmpty
          onChange={(on) => onChange({ ...reset, on })}
        />
      )}
    </>
  );
}
