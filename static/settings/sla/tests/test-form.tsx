import Button from '@atlaskit/button/default/button';
import { writeLocal } from '../../../../src/sla/definitions/domain/testcases/local-time';
import type { TestResult } from '../../../../src/sla/definitions/domain/testcases/run-tests';
import type { SlaDefinitions, SlaTestCase } from '../../../../src/sla/engine/model';
import { goalsOf } from '../../../../src/sla/engine/model/goals-of';
import { Choice } from '../../../kit/controls';
import { edit, type Field, FieldRow, part, seenAs, text } from '../../../kit/fields';
import forms from '../../../kit/forms.module.css';
import { viewer } from '../../../shared/context';
import { t } from '../../../shared/i18n';
import { EventsInput } from './events-input';
import { ExpectationInput } from './expectation-input';
import { type FieldEntry, FieldsInput } from './fields-input';
import type { Tested } from './test-cases';
import { TimeInput } from './time-input';

interface Props {
  readonly of: Field<SlaTestCase>;
  /** What comes out. */
  readonly actual: TestResult['actual'] | undefined;
  readonly about: Tested;
}

/** The story of one test case: an issue, what happens to it, when the clock is looked at, what it must say. */
export function TestForm({ of, actual, about: { metric, definitions, catalog } }: Props) {
  const { value: test, readOnly } = of;
  const takeOver = () => {
    if (actual === undefined) return;
    const { state, breached, due, elapsedMs, goal } = actual;
    const dueAt = due === undefined ? 'none' : writeLocal(due, test.zone);
    edit(of, { expect: { state, breached, due: dueAt, elapsedMs, goalId: goal?.id } });
  };
  return (
    <div>
      <FieldRow
        field={part(of, 'name')}
        label="settings.test.name"
        control={text({ placeholder: t('settings.test.namePlaceholder') })}
      />
      <div className={forms.row}>
        <Time label={t('settings.test.createdAt')} at={part(of, 'createdAt')} />
        <Choice
          label={t('settings.test.zone')}
          options={zones(test, definitions).map((zone) => ({ value: zone, label: zone }))}
          {...part(of, 'zone')}
        />
      </div>
      <FieldsInput
        label={t('settings.test.fields')}
        of={seenAs<readonly FieldEntry[], SlaTestCase['fields']>(
          part(of, 'fields'),
          (fields) => Object.entries(fields).map(([field, values]) => ({ field, values })),
          (entries) => Object.fromEntries(entries.map(({ field, values }) => [field, values])),
        )}
        catalog={catalog}
      />
      <EventsInput
        of={part(of, 'events')}
        next={test.events.at(-1)?.at ?? test.createdAt}
        catalog={catalog}
        metrics={definitions.metrics.filter(({ id }) => id !== metric.id)}
      />
      <div className={forms.row}>
        <Time label={t('settings.test.at')} at={part(of, 'at')} />
      </div>
      <ExpectationInput of={part(of, 'expect')} at={test.at} goals={goalsOf(metric)} />
      {!readOnly && actual !== undefined && (
        <Button appearance="subtle" onClick={takeOver}>
          {t('settings.test.takeOver')}
        </Button>
      )}
    </div>
  );
}

const Time = ({ label, at }: { readonly label: string; readonly at: Field<string> }) => (
  <>
    <span className={forms.label} aria-hidden="true">
      {label}
    </span>
    <TimeInput label={label} {...at} />
  </>
);

/** Zones of the calendars, of the viewer, and the case's own. */
const zones = (test: SlaTestCase, { calendars }: SlaDefinitions): readonly string[] => [
  ...new Set([test.zone, ...calendars.map(({ zone }) => zone), viewer().zone, 'UTC']),
];
