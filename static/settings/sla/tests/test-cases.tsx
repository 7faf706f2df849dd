import Button from '@atlaskit/button/default/button';
import AddIcon from '@atlaskit/icon/core/add';
import { useDeferredValue, useMemo, useState } from 'react';
import { runTests } from '../../../../src/sla/definitions/domain/testcases/run-tests';
import type { MetricDefinition, SlaDefinitions, SlaTestCase } from '../../../../src/sla/engine/model';
import { t } from '../../../shared/i18n';
import type { FieldCatalog } from '../../model/field-catalog';
import forms from '../../../kit/forms.module.css';
import { newTest } from './new-test';
import { TestCard } from './test-card';

interface Props {
  readonly metric: MetricDefinition;
  readonly definitions: SlaDefinitions;
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (tests: readonly SlaTestCase[]) => void;
}

/** What the metric must answer, run on the engine while it is edited; a red case refuses the save. */
export function TestCases({ metric, definitions, catalog, readOnly, onChange }: Props) {
  const tests = metric.tests ?? [];
  const [open, setOpen] = useState<string | null>(null);
  const edited = useDeferredValue(metric);
  const results = useMemo(() => runTests(definitions, edited), [definitions, edited]);
  const green = results.filter(({ passed }) => passed).length;

  const add = () => {
    const test = newTest(metric, definitions);
    onChange([...tests, test]);
    setOpen(test.id);
  };

  return (
    <section>
      <h4 className={forms.heading}>{t('settings.tests')}</h4>
      <p className={forms.hint}>{t('settings.tests.hint')}</p>
      {tests.length === 0 ? (
        <p>{t('settings.tests.empty')}</p>
      ) : (
        <p role="status">{t('settings.tests.passed', { green, count: results.length })}</p>
      )}
      <ul className={forms.list} aria-label={t('settings.tests')}>
        {tests.map((test) => (
          <TestCard
            key={test.id}
            test={test}
            result={results.find((result) => result.test.id === test.id)}
            metric={metric}
            definitions={definitions}
            catalog={catalog}
            readOnly={readOnly}
            isOpen={open === test.id}
            onToggle={() => setOpen(open === test.id ? null : test.id)}
            onChange={(next) => onChange(tests.map((each) => (each.id === test.id ? next : each)))}
            onRemove={() => onChange(tests.filter((each) => each.id !== test.id))}
          />
        ))}
      </ul>
      {!readOnly && (
        <Button appearance="subtle" iconBefore={AddIcon} onClick={add}>
          {t('settings.tests.add')}
        </Button>
      )}
    </section>
  );
}
