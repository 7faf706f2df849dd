import Button from '@atlaskit/button/default/button';
import IconButton from '@atlaskit/button/icon/button';
import DeleteIcon from '@atlaskit/icon/core/delete';
import Lozenge from '@atlaskit/lozenge';
import type { MetricDefinition, SlaDefinitions, SlaTestCase } from '../../../../src/sla/engine/model';
import type { TestResult } from '../../../../src/sla/definitions/domain/testcases/run-tests';
import { t } from '../../../shared/i18n';
import type { FieldCatalog } from '../../model/field-catalog';
import forms from '../../../kit/forms.module.css';
import { resultTexts } from './result-text';
import { TestForm } from './test-form';
import styles from './tests.module.css';

interface Props {
  readonly test: SlaTestCase;
  readonly result: TestResult | undefined;
  readonly metric: MetricDefinition;
  readonly definitions: SlaDefinitions;
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (test: SlaTestCase) => void;
  readonly onRemove: () => void;
}

/** One test case: green or red, what differs, and its story when opened. */
export function TestCard(props: Props) {
  const { test, result, metric, readOnly, isOpen, onToggle, onRemove } = props;
  const name = test.name === '' ? t('settings.test.unnamed') : test.name;
  const red = result !== undefined && !result.passed;
  return (
    <li className={forms.card}>
      <div className={styles.head}>
        {result !== undefined && (
          <Lozenge appearance={red ? 'removed' : 'success'}>
            {t(red ? 'settings.test.red' : 'settings.test.green')}
          </Lozenge>
        )}
        <strong className={forms.grow}>{name}</strong>
        <Button
          appearance="subtle"
          spacing="compact"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'settings.test.closeNamed' : 'settings.test.openNamed', { name })}
          onClick={onToggle}
        >
          {t(isOpen ? 'settings.test.close' : readOnly ? 'settings.test.show' : 'settings.test.edit')}
        </Button>
        {!readOnly && (
          <IconButton
            appearance="subtle"
            spacing="compact"
            icon={DeleteIcon}
            label={t('settings.test.remove', { name })}
            onClick={onRemove}
          />
        )}
      </div>
      {red && (
        <ul className={styles.differences}>
          {resultTexts(result, metric).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {isOpen && <TestForm {...props} />}
    </li>
  );
}
