import { useDeferredValue, useMemo, useState } from 'react';
import { runTests } from '../../../../src/sla/definitions/domain/testcases/run-tests';
import type { MetricDefinition, SlaDefinitions, SlaTestCase } from '../../../../src/sla/engine/model';
import { AddButton } from '../../../kit/controls';
import { add, elements, formOf } from '../../../kit/fields';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import type { FieldCatalog } from '../../model/field-catalog';
import { newTest } from './new-test';
import { TestCard } from './test-card';

/** What a test case is about. */
export interface Tested {
  readonly metric: MetricDefinition;
  readonly definitions: SlaDefinitions;
  readonly catalog: FieldCatalog;
}

interface Props extends Tested {
  readonly readOnly: boolean;
  readonly onChange: (tests: readonly SlaTestCase[]) => void;
}

/** What the metric must answer, run on the engine while it is edited; a red case refuses the save. */
export function TestCases({ readOnly, onChange, metric, definitions, catalog }: Props) {
  const about = { metric, definitions, catalog };
  const tests = { ...formOf(metric.tests ?? [], readOnly, onChange), path: 'tests' };
  const [open, setOpen] = useState<string | null>(null);
  const edited = useDeferredValue(metric);
  const results = useMemo(() => runTests(definitions, edited), [definitions, edited]);
  const green = results.filter(({ passed }) => passed).length;

  const addOne = () => {
    const test = newTest(metric, definitions);
    add(tests, test);
    setOpen(test.id);
  };

  return (
    <section>
      <h4 className={forms.heading}>{t('settings.tests')}</h4>
      <p className={forms.hint}>{t('settings.tests.hint')}</p>
      {tests.value.length === 0 ? (
        <p>{t('settings.tests.empty')}</p>
      ) : (
        <p role="status">{t('settings.tests.passed', { green, count: results.length })}</p>
      )}
      <ul className={forms.list} aria-label={t('settings.tests')}>
        {elements(tests).map((test) => {
          const { id } = test.value;
          return (
            <TestCard
              key={id}
              of={test}
              result={results.find((result) => result.test.id === id)}
              about={about}
              isOpen={open === id}
              onToggle={() => setOpen(open === id ? null : id)}
            />
          );
        })}
      </ul>
      {!readOnly && (
        <AddButton spacing="default" onClick={addOne}>
          {t('settings.tests.add')}
        </AddButton>
      )}
    </section>
  );
}
