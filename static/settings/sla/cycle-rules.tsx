import type { CancelRule, MetricDefinition, Trigger } from '../../../src/sla/engine/model';
import { worded } from '../../kit/controls/option';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import { choice, mapped } from '../../kit/fields/controls';
import { edit, formOf, part } from '../../kit/fields/field';
import { FieldRow } from '../../kit/fields/fields';
import { t } from '../../shared/i18n';
import type { FieldCatalog } from '../model/field-catalog';
import { ActionOrder } from './action-order';
import { TriggersEditor } from './triggers-editor';

interface Props {
  readonly metric: MetricDefinition;
  /** Those an event may come from: all others. */
  readonly metrics: readonly MetricDefinition[];
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (metric: MetricDefinition) => void;
}

type Reset = NonNullable<MetricDefinition['reset']>;

const CANCELS: readonly CancelRule['when'][] = ['never', 'startNoLongerHolds', 'trigger'];
const RESETS: readonly (Reset['finished'] | 'never')[] = ['never', 'keep', 'restart', 'invalidate'];
/** What an event begins with. */
const TO_STATUS: readonly Trigger[] = [{ on: 'changed', field: 'status', to: [] }];
const ANSWERED: readonly Trigger[] = [{ on: 'commented', by: ['requester'], audience: 'any' }];

/** What resumes, cancels and resets a cycle, and what comes first when one change asks for several of it. */
export function CycleRules({ metric, metrics, catalog, readOnly, onChange }: Props) {
  const form = formOf(metric, readOnly, onChange);
  const { resume, cancel, reset, order } = metric;
  const events = { metrics, catalog, readOnly, mayBeEmpty: true };
  return (
    <>
      <FieldRow
        field={part(form, 'resume')}
        label="settings.more.resume"
        control={mapped(
          choice(worded('settings.more.resume', ['auto', 'events'])),
          (rule: MetricDefinition['resume']) => (rule === undefined ? 'auto' : 'events'),
          (how) => (how === 'auto' ? undefined : ANSWERED),
        )}
      />
      {resume !== undefined && (
        <TriggersEditor
          {...events}
          path="resume"
          title={t('settings.more.resumesWhen')}
          triggers={resume}
          onChange={(next) => edit(form, { resume: next })}
        />
      )}
      <FieldRow
        field={part(form, 'cancel')}
        label="settings.more.cancel"
        control={mapped(
          choice(worded('settings.more.cancel', CANCELS)),
          ({ when }: CancelRule) => when,
          (when): CancelRule => (when === 'trigger' ? { when, any: TO_STATUS } : { when }),
        )}
      />
      {cancel.when === 'trigger' && (
        <TriggersEditor
          {...events}
          path="cancel.any"
          title={t('settings.more.cancelsWhen')}
          triggers={cancel.any}
          onChange={(any) => edit(form, { cancel: { when: 'trigger', any } })}
        />
      )}
      <FieldRow
        field={part(form, 'reset')}
        label="settings.more.reset"
        control={mapped(
          choice(worded('settings.more.reset', RESETS)),
          (rule: MetricDefinition['reset']) => rule?.finished ?? 'never',
          (finished, before) =>
            finished === 'never' ? undefined : { on: before?.on ?? TO_STATUS, finished },
        )}
      />
      {reset !== undefined && (
        <TriggersEditor
          {...events}
          path="reset.on"
          title={t('settings.more.resetsWhen')}
          triggers={reset.on}
          onChange={(on) => edit(form, { reset: { ...reset, on } })}
        />
      )}
      <FindingsAt path="order">
        <ActionOrder order={order} readOnly={readOnly} onChange={part(form, 'order').onChange} />
      </FindingsAt>
    </>
  );
}

/** What of it is set, in one line. */
export const cycleRulesText = ({ resume, cancel, reset, order }: MetricDefinition): string =>
  [
    `${t('settings.more.resume')} ${t(`settings.more.resume.${resume === undefined ? 'auto' : 'events'}`)}`,
    `${t('settings.more.cancel')} ${t(`settings.more.cancel.${cancel.when}`)}`,
    `${t('settings.more.reset')} ${t(`settings.more.reset.${reset?.finished ?? 'never'}`)}`,
    ...(order === undefined ? [] : [t('settings.more.orderOwn')]),
  ].join('; ');
