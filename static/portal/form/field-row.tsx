import { memo } from 'react';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import { isQuestion } from '../../../src/catalog/domain/field-types';
import type { Answer, FormField } from '../../../src/catalog/domain/model';
import type { Finding } from '../../../src/kernel/finding';
import { localized, t } from '../../shared/i18n';
import { AnswerWords } from './answer-words';
import { FieldInput, isGroup } from './inputs';
import { RichText } from './rich-text';
import { problemText } from './problem-text';
import forms from '../../kit/forms.module.css';
import styles from './field-row.module.css';

interface Props {
  readonly field: FormField;
  readonly answer: Answer;
  readonly isRequired: boolean;
  readonly isReadOnly?: boolean;
  readonly problem: Finding | null;
  /** The first day (`YYYY-MM-DD`) that is taken, where not any is. */
  readonly earliest?: string | undefined;
  /** What the answer brings with it, told below the help. */
  readonly note?: string | undefined;
  readonly onChange: (fieldId: string, answer: Answer) => void;
  readonly onLeave: (fieldId: string) => void;
}

/** A field with its label, help and problem, told to screen readers as one. */
export const FieldRow = memo(function FieldRow({
  field,
  answer,
  isRequired,
  isReadOnly = false,
  problem,
  earliest,
  note: told,
  onChange,
  onLeave,
}: Props) {
  const note = told ?? (lacksOptions(field) ? t('portal.form.optionsUnread') : undefined);
  const id = `field-${field.id}`;
  if (field.type === 'separator') return <hr className={styles.separator} />;
  if (field.type === 'richText') return <RichText text={localized(field.body ?? field.label)} />;
  if (!isQuestion(field)) return <p className={styles.info}>{localized(field.label)}</p>;
  if (isReadOnly)
    return (
      <div
        className={`${forms.fieldset} ${styles.row}`}
        data-field={field.id}
        role="group"
        aria-labelledby={`${id}-label`}
      >
        <span className={forms.label} id={`${id}-label`}>
          {localized(field.label)}
        </span>
        <span>
          <AnswerWords field={field} answer={answer} />
        </span>
        {field.help !== undefined && <span className={forms.note}>{localized(field.help)}</span>}
        {problem !== null && <Problem of={problem} field={field} answer={answer} />}
      </div>
    );
  const helpId = field.help === undefined ? undefined : `${id}-help`;
  const noteId = note === undefined ? undefined : `${id}-note`;
  const problemId = problem === null ? undefined : `${id}-problem`;
  const describedBy = [problemId, helpId, noteId].filter(Boolean).join(' ') || undefined;
  const asGroup = isGroup(field);
  const Row = asGroup ? 'fieldset' : 'div';
  const label = (
    <>
      {localized(field.label)}
      {isRequired && (
        <span className={styles.required} aria-hidden>
          *
        </span>
      )}
    </>
  );
  return (
    <Row
      className={`${forms.fieldset} ${styles.row}`}
      data-field={field.id}
      {...(asGroup ? { 'aria-describedby': describedBy } : {})}
    >
      {asGroup ? (
        <legend className={forms.label}>{label}</legend>
      ) : (
        <label className={forms.label} htmlFor={id} id={`${id}-label`}>
          {label}
        </label>
      )}
      <FieldInput
        id={id}
        field={field}
        answer={answer}
        isRequired={isRequired}
        isInvalid={problem !== null}
        describedBy={describedBy}
        earliest={earliest}
        onChange={(next) => onChange(field.id, next)}
        onLeave={() => onLeave(field.id)}
      />
      {field.help !== undefined && (
        <span id={helpId} className={forms.note}>
          {localized(field.help)}
        </span>
      )}
      {note !== undefined && (
        <span id={noteId} className={forms.note} role="status">
          {note}
        </span>
      )}
      {problem !== null && <Problem id={problemId} of={problem} field={field} answer={answer} />}
    </Row>
  );
});

/** Jira could not say what may be chosen, or has nothing of it any more. */
const lacksOptions = ({ jiraField, options }: FormField): boolean =>
  jiraField !== undefined && options?.length === 0;

interface ProblemProps extends Pick<Props, 'field' | 'answer'> {
  readonly id?: string | undefined;
  readonly of: Finding;
}

function Problem({ id, of, field, answer }: ProblemProps) {
  return (
    <span id={id} className={`${forms.error} ${styles.problem}`}>
      <ErrorIcon label={t('portal.form.problem')} size="small" />
      {problemText(of, field, answer)}
    </span>
  );
}
