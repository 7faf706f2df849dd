import { useId } from 'react';
import { isDefaultFit } from '../../../../src/catalog/domain/field-types';
import { isEmptyAnswer } from '../../../../src/catalog/domain/form/conditions';
import type { Answer, FormField } from '../../../../src/catalog/domain/model';
import { LabelledField } from '../../../kit/controls/labelled-field';
import { FieldInput, isGroup } from '../../../portal/form/inputs';
import { t } from '../../../shared/i18n';
import forms from '../../../kit/forms.module.css';
import { useFilled } from './options-of-jira';

interface Props {
  readonly label: string;
  readonly field: FormField;
  readonly answer: Answer;
  readonly readOnly: boolean;
  readonly onChange: (answer: Answer) => void;
}

/** An answer, given in the input that requesters have for it. */
export function AnswerInput({ label, field: asked, answer, readOnly, onChange }: Props) {
  const id = useId();
  const field = useFilled()(asked);
  const isUnfit =
    !isEmptyAnswer(answer) && !isDefaultFit({ ...field, default: { kind: 'static', value: answer } });
  return (
    <fieldset className={forms.fieldset} disabled={readOnly}>
      <LabelledField
        id={isGroup(field) ? undefined : id}
        label={label}
        error={isUnfit ? t('settings.form.defaultUnfit') : undefined}
      >
        <FieldInput
          id={id}
          field={field}
          answer={answer}
          isRequired={false}
          isInvalid={isUnfit}
          describedBy={undefined}
          onChange={onChange}
          onLeave={() => undefined}
        />
      </LabelledField>
    </fieldset>
  );
}
