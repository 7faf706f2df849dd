import { isQuestion } from '../../../src/catalog/domain/field-types';
import type { AnswerTest, FormField } from '../../../src/catalog/domain/model';
import { t } from '../../shared/i18n';
import { ConditionTree } from '../shared/condition-tree';
import { AnswerTestEditor, testOf } from './answer-test-editor';

interface Props {
  readonly field: FormField;
  /** Fields above it: a field can depend only on these, so no two can depend on each other. */
  readonly others: readonly FormField[];
  readonly readOnly: boolean;
  readonly onChange: (field: FormField) => void;
}

/** When a field is shown: a condition over earlier answers. */
export function VisibilityEditor({ field, others, readOnly, onChange }: Props) {
  const asked = others.filter(isQuestion);
  const [first] = asked;
  return (
    <ConditionTree<AnswerTest>
      label={t('settings.form.visible')}
      condition={field.visibleWhen}
      whenNone={t('settings.form.always')}
      readOnly={readOnly || first === undefined}
      profile={{
        newTest: () => (first === undefined ? { field: '', op: 'filled' } : testOf(first)),
        edit: (test, write) => (
          <AnswerTestEditor test={test} fields={asked} readOnly={readOnly} onChange={write} />
        ),
      }}
      onChange={(visibleWhen) => {
        const { visibleWhen: _old, ...rest } = field;
        onChange(visibleWhen === undefined ? rest : { ...rest, visibleWhen });
      }}
    />
  );
}
