import type { CancelRule, MetricDefinition, Trigger } from '../../../src/sla/engine/model';
import { worded } from '../../kit/controls';
import { choice, type Field, FieldRow, mapped, part } from '../../kit/fields';
import { t } from '../../shared/i18n';
import type { Surroundings } from '../model/metric-text';
import { ActionOrder } from './action-order';
import { TriggersEditor } from './triggers-editor';

interface Props {
  readonly of: Field<MetricDefinition>;
  readonly around: Surroundings;
}

type Reset = NonNullable<MetricDefinition['reset']>;

const CANCELS: readonly CancelRule['when'][] = ['never', 'startNoLongerHolds', 'trigger'];
const RESETS: readonly (Reset['finished'] | 'never')[] = ['never', 'keep', 'restart', 'invalidate'];
/** What an event begins with. */
const TO_STATUS: readonly Trigger[] = [{ on: 'changed', field: 'status', to: [] }];
const ANSWERED: readonly Trigger[] = [{ on: 'commented', by: ['requester'], audience: 'any' }];

/** What resumes, cancels and resets a cycle, and what comes first when one change asks for several of it. */
export function CycleRules({ of, around }: Props) {
  const [resume, cancel, reset] = [part(of, 'resume'), part(of, 'cancel'), part(of, 'reset')];
  return (
    <>
      <FieldRow
        field={resume}
        label="settings.more.resume"
        control={mapped(
          choice(worded('settings.more.resume', ['auto', 'events'])),
          (rule: MetricDefinition['resume']) => (rule === undefined ? 'auto' : 'events'),
          (how) => (how === 'auto' ? undefined : ANSWERED),
        )}
      />
      {resume.value !== undefined && (
        <TriggersEditor
          mayBeEmpty
          title={t('settings.more.resumesWhen')}
          of={{ ...resume, value: resume.value }}
          around={around}
        />
      )}
      <FieldRow
        field={cancel}
        label="settings.more.cancel"
        control={mapped(
          choice(worded('settings.more.cancel', CANCELS)),
          ({ when }: CancelRule) => when,
          (when): CancelRule => (when === 'trigger' ? { when, any: TO_STATUS } : { when }),
        )}
      />
      {cancel.value.when === 'trigger' && (
        <TriggersEditor
          mayBeEmpty
          title={t('settings.more.cancelsWhen')}
          of={part({ ...cancel, value: cancel.value }, 'any')}
          around={around}
        />
      )}
      <FieldRow
        field={reset}
        label="settings.more.reset"
        control={mapped(
          choice(worded('settings.more.reset', RESETS)),
          (rule: MetricDefinition['reset']) => rule?.finished ?? 'never',
          (finished, before) =>
            finished === 'never' ? undefined : { on: before?.on ?? TO_STATUS, finished },
        )}
      />
      {reset.value !== undefined && (
        <TriggersEditor
          mayBeEmpty
          title={t('settings.more.resetsWhen')}
          of={part({ ...reset, value: reset.value }, 'on')}
          around={around}
        />
      )}
      <ActionOrder of={part(of, 'order')} />
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
