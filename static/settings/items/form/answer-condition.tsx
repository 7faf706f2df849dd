import { useMemo } from 'react';
import { fieldsOfCondition } from '../../../../src/catalog/domain/form/conditions';
import type { AnswerTest, FormField } from '../../../../src/catalog/domain/model';
import type { Field } from '../../../kit/fields/field';
import { t } from '../../../shared/i18n';
import { FindingsAt } from '../../../kit/editor-page/findings-at';
import { ConditionTree } from '../../shared/condition-tree';
import { AnswerTestEditor, testOf } from './answer-test-editor';
import { useFilled } from './options-of-jira';
import { testedFacts, testedFields } from './tested';

interface Props {
  readonly condition: Field<FormField['visibleWhen']>;
  /** Texts' keys: what holds if it does, and what holds where there is none. */
  readonly label: string;
  readonly whenNone: string;
  /** Fields whose answers it may test. */
  readonly fields: readonly FormField[];
  /** What only conditions of approvals may test is offered too. */
  readonly ofApproval?: boolean;
}

/** A condition over answers and over what is known of whom the request is for. */
export function AnswerCondition({ condition, label, whenNone, fields, ofApproval = false }: Props) {
  const filled = useFilled();
  const facts = useMemo(
    () => [...testedFields(fields.map(filled)), ...testedFacts(ofApproval)],
    [fields, filled, ofApproval],
  );
  return (
    <FindingsAt path={condition.path}>
      <ConditionTree<AnswerTest>
        label={t(label)}
        value={condition.value}
        whenNone={t(whenNone)}
        readOnly={condition.readOnly}
        profile={{
          newTest: () => (facts[0] === undefined ? { field: '', op: 'filled' } : testOf(facts[0])),
          edit: (test, write) => (
            <AnswerTestEditor test={test} facts={facts} readOnly={condition.readOnly} onChange={write} />
          ),
        }}
        onChange={condition.onChange}
      />
    </FindingsAt>
  );
}

/** Those above a field, so that no two depend on each other unnoticed; those that its condition names already are kept. */
export function fieldsAbove(
  condition: FormField['visibleWhen'],
  form: readonly FormField[],
  index: number,
): readonly FormField[] {
  const named = fieldsOfCondition(condition);
  return form.filter(({ id }, at) => at < index || named.includes(id));
}
