import { useDeferredValue, useMemo, useState } from 'react';
import { startOf } from '../../../src/catalog/domain/answers/defaults';
import { decidingQuestions } from '../../../src/catalog/domain/item/item-slas';
import { fixedOptions } from '../../../src/catalog/domain/form/mapped-values';
import type { Answer, FormField } from '../../../src/catalog/domain/model';
import { watchedFields } from '../../../src/sla/engine/history';
import { LabelledField } from '../../kit/controls/labelled-field';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';
import { viewer } from '../../shared/context';
import { todayThere } from '../../shared/dates';
import { localized, t } from '../../shared/i18n';
import { useNow } from '../../shared/use-now';
import type { ItemTabProps } from './item-tab-props';
import { SlaTable } from './sla-table';

/** The SLAs that the item's work items get if somebody orders now, by what they might answer. */
export function ItemSlas({ item, ...around }: ItemTabProps) {
  const { definitions } = around;
  const now = useNow();
  const content = useDeferredValue(item.value);
  const [chosen, setChosen] = useState<Chosen>({});
  const questions = useMemo(
    () =>
      decidingQuestions(content, watchedFields(definitions)).filter((each) => fixedOptions(each).length > 0),
    [content, definitions],
  );
  const requester = viewer().accountId ?? '';
  const answers = useMemo(
    () => ({
      ...startOf(content.form, { accountId: requester, today: todayThere(now), about: {} }).answers,
      ...answersTo(questions, chosen),
    }),
    [content, requester, now, questions, chosen],
  );
  return (
    <>
      {questions.length > 0 && (
        <div className={forms.pair} role="group" aria-label={t('settings.promise.asAnswered')}>
          {questions.map((question) => (
            <QuestionChoice
              key={question.id}
              question={question}
              value={chosen[question.id] ?? ''}
              onChange={(value) => setChosen({ ...chosen, [question.id]: value })}
            />
          ))}
        </div>
      )}
      <SlaTable {...around} content={content} answers={answers} requester={requester} at={now} />
    </>
  );
}

/** What is chosen by question, as `fixedOptions` names it; empty for what the form itself begins with. */
type Chosen = Readonly<Record<string, string>>;

const answersTo = (questions: readonly FormField[], chosen: Chosen): Readonly<Record<string, Answer>> =>
  Object.fromEntries(
    questions.flatMap(({ id, type }) => {
      const value = chosen[id] ?? '';
      if (value === '') return [];
      return [[id, type === 'yesNo' ? value === 'true' : type === 'multiChoice' ? [value] : value]];
    }),
  );

interface QuestionProps {
  readonly question: FormField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** As if requesters had answered so: what the form itself begins with, where nothing is chosen. */
function QuestionChoice({ question, value, onChange }: QuestionProps) {
  const id = `as-answered-${question.id}`;
  const label = t('settings.promise.ifAnswered', { question: localized(question.label) });
  return (
    <LabelledField id={id} label={label}>
      <Choice
        id={id}
        value={value}
        readOnly={false}
        options={[
          { value: '', label: t('settings.promise.asFormBegins') },
          ...fixedOptions(question).map((option) => ({
            value: option.value,
            label: localized(option.label),
          })),
        ]}
        onChange={onChange}
      />
    </LabelledField>
  );
}
