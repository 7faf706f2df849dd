import type { MetricState, SlaTestCase, TestExpectation } from '../../../../src/sla/engine/model';
import type { Goal } from '../../../../src/sla/engine/model';
import { t } from '../../../shared/i18n';
import { Choice } from '../../../kit/controls/choice';
import { worded } from '../../../kit/controls/option';
import { LabelledField } from '../../../kit/controls/labelled-field';
import forms from '../../../kit/forms.module.css';
import { LengthInput } from './length-input';
import styles from './tests.module.css';
import { TimeInput } from './time-input';

interface Props {
  readonly test: SlaTestCase;
  readonly goals: readonly Goal[];
  readonly readOnly: boolean;
  readonly onChange: (expect: TestExpectation) => void;
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
export function ExpectationInput({ test: { expect, at }, goals, readOnly, onChange }: Props) {
  const any = { value: ANY, label: t('settings.test.any') } as const;
  const due = expect.due === undefined ? ANY : expect.due === 'none' ? 'none' : 'at';
  return (
    <div className={styles.expect}>
      <LabelledField label={t('settings.test.what.state')}>
        <Choice
          label={t('settings.test.what.state')}
          value={expect.state ?? ANY}
          readOnly={readOnly}
          options={[any, ...worded('settings.state', STATES)]}
          onChange={(state) => onChange({ ...expect, state: state === ANY ? undefined : state })}
        />
      </LabelledField>
      <LabelledField label={t('settings.test.what.breached')}>
        <Choice
          label={t('settings.test.what.breached')}
          value={expect.breached === undefined ? ANY : expect.breached ? 'yes' : 'no'}
          readOnly={readOnly}
          options={[
            any,
            { value: 'yes', label: t('settings.test.yes') },
            { value: 'no', label: t('settings.test.no') },
          ]}
          onChange={(value) => onChange({ ...expect, breached: value === ANY ? undefined : value === 'yes' })}
        />
      </LabelledField>
      <LabelledField label={t('settings.test.what.due')}>
        <div className={forms.row}>
          <Choice
            label={t('settings.test.what.due')}
            value={due}
            readOnly={readOnly}
            options={[
              any,
              { value: 'at', label: t('settings.test.dueAt') },
              { value: 'none', label: t('settings.test.none') },
            ]}
            onChange={(value) =>
              onChange({ ...expect, due: value === ANY ? undefined : value === 'none' ? 'none' : at })
            }
          />
          {due === 'at' && (
            <TimeInput
              label={t('settings.test.dueTime')}
              value={expect.due ?? ''}
              readOnly={readOnly}
              onChange={(value) => onChange({ ...expect, due: value })}
            />
          )}
        </div>
      </LabelledField>
      <LabelledField label={t('settings.test.what.elapsed')}>
        <LengthInput
          label={t('settings.test.what.elapsed')}
          value={expect.elapsedMs}
          readOnly={readOnly}
          onChange={(elapsedMs) => onChange({ ...expect, elapsedMs })}
        />
      </LabelledField>
      <LabelledField label={t('settings.test.what.goal')}>
        <Choice
          label={t('settings.test.what.goal')}
          value={expect.goalId ?? ANY}
          readOnly={readOnly}
          options={[
            any,
            ...goals.map(({ id, name }, index) => ({
              value: id,
              label: name === '' ? `${index + 1}` : name,
            })),
          ]}
          onChange={(goalId) => onChange({ ...expect, goalId: goalId === ANY ? undefined : goalId })}
        />
      </LabelledField>
    </div>
  );
}
