import { isQuestion } from '../../../src/catalog/domain/field-types';
import type { AnswerTest, FormField } from '../../../src/catalog/domain/model';
import type { Field } from '../../kit/fields/field';
import { t } from '../../shared/i18n';
import { ConditionTree } from '../shared/condition-tree';
import { AnswerTestEditor, testOf } from './answer-test-editor';

interface Props {
  readonly condition: Field<FormField['visibleWhen']>;
  /** Fields above it: a field can depend only on these, so no two can depend on each other. */
  readonly others: readonly FormField[];
}

/** When a field is shown: a condition over earlier answers. */
export function VisibilityEditor({ condition, others }: Props) {
  const asked = others.filter(isQuestion);
  const [first] = asked;
  const readOnly = condition.readOnly || first === undefined;
  return (
    <ConditionTree<AnswerTest>
      label={t('settings.form.visible')}
      value={condition.value}
      whenNone={t('settings.form.always')}
      readOnly={readOnly}
      profile={{
        newTest: () => (first === undefined ? { field: '', op: 'filled' } : testOf(first)),
        edit: (test, write) => (
          <AnswerTestEditor test={test} fields={asked} readOnly={condition.readOnly} onChange={write} />
        ),
      }}
      onChange={condition.onChange}
    />
  );
}
