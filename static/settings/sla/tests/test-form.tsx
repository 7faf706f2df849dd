import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { goalsOf } from '../../../../src/sla/engine/model/goals-of';
import type { MetricDefinition, SlaDefinitions, SlaTestCase } from '../../../../src/sla/engine/model';
import type { TestResult } from '../../../../src/sla/definitions/domain/testcases/run-tests';
import { writeLocal } from '../../../../src/sla/definitions/domain/testcases/local-time';
import { viewer } from '../../../shared/context';
import { t } from '../../../shared/i18n';
import type { FieldCatalog } from '../../model/field-catalog';
import { Choice } from '../../../kit/controls/choice';
import forms from '../../../kit/forms.module.css';
import { LabelledField } from '../../../kit/controls/labelled-field';
import { EventsInput } from './events-input';
import { ExpectationInput } from './expectation-input';
import { FieldsInput } from './fields-input';
import { TimeInput } from './time-input';

interface Props {
  readonly test: SlaTestCase;
  readonly result: TestResult | undefined;
  readonly metric: MetricDefinition;
  readonly definitions: SlaDefinitions;
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (test: SlaTestCase) => void;
}

/** The story of one test case: an issue, what happens to it, when the clock is looked at, what it must say. */
export function TestForm({ test, result, metric, definitions, catalog, readOnly, onChange }: Props) {
  const edit = (change: Partial<SlaTestCase>) => onChange({ ...test, ...change });
  const actual = result?.actual;
  const takeOver = () => {
    if (actual === undefined) return;
    const { state, breached, due, elapsedMs, goal } = actual;
    edit({
      expect: {
        state,
        breached,
        due: due === undefined ? 'none' : writeLocal(due, test.zone),
        elapsedMs,
        goalId: goal?.id,
      },
    });
  };
  return (
    <div>
      <LabelledField id={`test-name-${test.id}`} label={t('settings.test.name')}>
        <Textfield
          id={`test-name-${test.id}`}
          value={test.name}
          placeholder={t('settings.test.namePlaceholder')}
          isReadOnly={readOnly}
          onChange={(event) => edit({ name: event.currentTarget.value })}
        />
      </LabelledField>
      <div className={forms.row}>
        <span className={forms.label} aria-hidden="true">
          {t('settings.test.createdAt')}
        </span>
        <TimeInput
          label={t('settings.test.createdAt')}
          value={test.createdAt}
          readOnly={readOnly}
          onChange={(createdAt) => edit({ createdAt })}
        />
        <Choice
          label={t('settings.test.zone')}
          value={test.zone}
          readOnly={readOnly}
          options={zones(test, definitions).map((zone) => ({ value: zone, label: zone }))}
          onChange={(zone) => edit({ zone })}
        />
      </div>
      <FieldsInput
        label={t('settings.test.fields')}
        entries={Object.entries(test.fields).map(([field, values]) => ({ field, values }))}
        catalog={catalog}
        readOnly={readOnly}
        onChange={(entries) =>
          edit({ fields: Object.fromEntries(entries.map(({ field, values }) => [field, values])) })
        }
      />
      <EventsInput
        events={test.events}
        next={test.events.at(-1)?.at ?? test.createdAt}
        catalog={catalog}
        metrics={definitions.metrics.filter(({ id }) => id !== metric.id)}
        readOnly={readOnly}
        onChange={(events) => edit({ events })}
      />
      <div className={forms.row}>
        <span className={forms.label} aria-hidden="true">
          {t('settings.test.at')}
        </span>
        <TimeInput
          label={t('settings.test.at')}
          value={test.at}
          readOnly={readOnly}
          onChange={(at) => edit({ at })}
        />
      </div>
      <ExpectationInput
        test={test}
        goals={goalsOf(metric)}
        readOnly={readOnly}
        onChange={(expect) => edit({ expect })}
      />
      {!readOnly && actual !== undefined && (
        <Button appearance="subtle" onClick={takeOver}>
          {t('settings.test.takeOver')}
        </Button>
      )}
    </div>
  );
}

/** Zones of the calendars, of the viewer, and the case's own. */
const zones = (test: SlaTestCase, { calendars }: SlaDefinitions): readonly string[] => [
  ...new Set([test.zone, ...calendars.map(({ zone }) => zone), viewer().zone, 'UTC']),
];
