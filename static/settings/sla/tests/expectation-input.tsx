import type { ReactNode } from 'react';
import type { Goal, LocalDateTime, MetricState, TestExpectation } from '../../../../src/sla/engine/model';
import { Choice, LabelledField, type Option, worded } from '../../../kit/controls';
import { type Field, part, seenAs } from '../../../kit/fields';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import { LengthInput } from './length-input';
import styles from './tests.module.css';
import { TimeInput } from './time-input';

interface Props {
  readonly of: Field<TestExpectation>;
  /** The instant looked at. */
  readonly at: LocalDateTime;
  readonly goals: readonly Goal[];
}

const ANY = 'any';
const STATES: readonly MetricState[] = [
  'RUNNING',
  'PAUSED',
  'MET',
  'BREACHED_STOPPED',
  'NOT_STARTED',
  'NOT_APPLICABLE',
  'CANCELLED',
];

/** What must hold at the instant looked at; "anything" leaves a value out. */
export function ExpectationInput({ of, at, goals }: Props) {
  const labelOf = (name: string) => t(`settings.test.what.${name}`);
  const row = (name: string, control: ReactNode) => (
    <LabelledField label={labelOf(name)}>{control}</LabelledField>
  );
  const choice = <T extends string>(
    name: string,
    options: readonly Option<T>[],
    kept: Field<T | undefined>,
  ) => (
    <Choice<T | typeof ANY>
      label={labelOf(name)}
      options={[{ value: ANY, label: t('settings.test.any') }, ...options]}
      {...seenAs(
        kept,
        (value): T | typeof ANY => value ?? ANY,
        (value) => (value === ANY ? undefined : value),
      )}
    />
  );
  const due = part(of, 'due');
  const dueKind = seenAs(
    due,
    (value) => (value === undefined || value === 'none' ? value : 'at'),
    (kind) => (kind === 'at' ? at : kind),
  );
  const breached = seenAs(
    part(of, 'breached'),
    (value) => (value === undefined ? value : value ? 'yes' : 'no'),
    (word) => (word === undefined ? word : word === 'yes'),
  );
  const dues = [
    { value: 'at', label: t('settings.test.dueAt') },
    { value: 'none', label: t('settings.test.none') },
  ] as const;
  const named = goals.map(({ id, name }, index) => ({
    value: id,
    label: name === '' ? `${index + 1}` : name,
  }));
  return (
    <div className={styles.expect}>
      {row('state', choice('state', worded('settings.state', STATES), part(of, 'state')))}
      {row('breached', choice('breached', worded('settings.test', ['yes', 'no']), breached))}
      {row(
        'due',
        <div className={forms.row}>
          {choice('due', dues, dueKind)}
          {dueKind.value === 'at' && (
            <TimeInput label={t('settings.test.dueTime')} {...due} value={due.value ?? ''} />
          )}
        </div>,
      )}
      {row('elapsed', <LengthInput label={labelOf('elapsed')} {...part(of, 'elapsedMs')} />)}
      {row('goal', choice('goal', named, part(of, 'goalId')))}
    </div>
  );
}
