import Button from '@atlaskit/button/default/button';
import IconButton from '@atlaskit/button/icon/button';
import DeleteIcon from '@atlaskit/icon/core/delete';
import Lozenge from '@atlaskit/lozenge';
import type { SlaTestCase } from '../../../../src/sla/engine/model';
import type { TestResult } from '../../../../src/sla/definitions/domain/testcases/run-tests';
import type { Element } from '../../../kit/fields';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import { resultTexts } from './result-text';
import type { Tested } from './test-cases';
import { TestForm } from './test-form';
import styles from './tests.module.css';

interface Props {
  readonly of: Element<SlaTestCase>;
  readonly result: TestResult | undefined;
  readonly about: Tested;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One test case: green or red, what differs, and its story when opened. */
export function TestCard({ of, result, about, isOpen, onToggle }: Props) {
  const { value: test, readOnly } = of;
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
            onClick={of.remove}
          />
        )}
      </div>
      {red && (
        <ul className={styles.differences}>
          {resultTexts(result, about.metric).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {isOpen && <TestForm of={of} actual={result?.actual} about={about} />}
    </li>
  );
}
