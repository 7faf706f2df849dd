import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { defaultAnswers } from '../../../src/catalog/domain/defaults';
import { decidingQuestions, type ItemSla, slasOfItem } from '../../../src/catalog/domain/item-slas';
import { fixedOptions } from '../../../src/catalog/domain/mapped-values';
import type { Answer, FormField, ItemContent } from '../../../src/catalog/domain/model';
import { watchedFields } from '../../../src/sla/engine/history';
import { placedGoals } from '../../../src/sla/engine/model/goals-of';
import type { Cycle, SlaDefinitions } from '../../../src/sla/engine/model';
import { idleText } from '../../../src/sla/engine/words/unmet-text';
import { LabelledField } from '../../kit/controls/labelled-field';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';
import { ListTable } from '../../kit/list/list-table';
import { viewer } from '../../shared/context';
import { formatDateTime, todayThere, zoneLabel, zonesDiffer } from '../../shared/dates';
import { locale, localized, t } from '../../shared/i18n';
import { useNow } from '../../shared/use-now';
import { pageAddress } from '../addresses';
import { calendarName, goalName, promiseText, type Surroundings, wordsAround } from '../model/metric-text';
import type { ItemTabProps } from './item-editor';

/** The SLAs that the item's work items get if somebody orders now, and those they do not get, with why. */
export function ItemSlas({ item, definitions, catalog, mayOpenSlas = false }: ItemTabProps) {
  const now = useNow();
  const content = useDeferredValue(item.value);
  const [chosen, setChosen] = useState<Chosen>({});
  const questions = useMemo(
    () =>
      decidingQuestions(content, watchedFields(definitions)).filter((each) => fixedOptions(each).length > 0),
    [content, definitions],
  );
  const slas = useMemo(
    () => judged(definitions, content, answersTo(questions, chosen), now),
    [definitions, content, questions, chosen, now],
  );
  if (slas === null) return <p>{t('settings.promise.notReplayable')}</p>;
  const around: Surroundings = { ...definitions, catalog };
  const attached = slas.filter(({ cycle, idle }) => cycle !== undefined || idle?.kind === 'notStarted');
  const others = slas.filter((sla) => !attached.includes(sla));
  const nameOf = ({ id, name }: ItemSla): ReactNode =>
    mayOpenSlas ? <Link to={pageAddress('metrics', id)}>{localized(name)}</Link> : localized(name);
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
      <ListTable
        caption={t('settings.promise.attached')}
        columns={(['sla', 'goal', 'calendar', 'due', 'shownAs'] as const).map((column) =>
          t(`settings.promise.column.${column}`),
        )}
        empty={t('settings.promise.noneAttached')}
        rows={attached.map((sla) => ({
          id: sla.id,
          cells: [nameOf(sla), ...cellsOf(sla, around), <Shown key="shown" sla={sla} around={around} />],
        }))}
      />
      {others.length > 0 && (
        <>
          <h3 className={forms.heading}>{t('settings.promise.others')}</h3>
          <ul>
            {others.map((sla) => (
              <li key={sla.id}>
                {nameOf(sla)}: {whyNot(sla, around)}
                {sla.shownAs !== null && <p className={forms.error}>{t('settings.promise.shownInVain')}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** `null` while the definitions are so broken that nothing can be judged by them: their own page tells what is wrong. */
function judged(
  definitions: SlaDefinitions,
  content: ItemContent,
  chosen: Readonly<Record<string, Answer>>,
  at: number,
): readonly ItemSla[] | null {
  const requester = viewer().accountId ?? '';
  const defaults = defaultAnswers(content.form, { accountId: requester, today: todayThere(at) });
  try {
    return slasOfItem(definitions, content, { answers: { ...defaults, ...chosen }, requester, at });
  } catch {
    return null;
  }
}

const cellsOf = ({ id, cycle, idle }: ItemSla, around: Surroundings): readonly ReactNode[] => {
  if (cycle === undefined) return ['–', '–', idle ? idleText(idle, textOptions(around)) : '–'];
  return [
    `${nameOfGoal(id, cycle, around)}: ${promiseText(cycle.goal.target, around)}`,
    calendarName(cycle.calendarId, around),
    <Due key="due" cycle={cycle} />,
  ];
};

function Due({ cycle }: { readonly cycle: Cycle }) {
  const due = cycle.dueTime ?? cycle.dueIfResumedNow;
  if (due === undefined) return t('settings.promise.measured');
  return (
    <>
      {formatDateTime(due)}
      {zonesDiffer(due, cycle.zone) && (
        <div className={forms.note}>
          {formatDateTime(due, cycle.zone)} {zoneLabel(cycle.zone, due)}
        </div>
      )}
      {cycle.state === 'PAUSED' && <div className={forms.note}>{t('settings.promise.paused')}</div>}
    </>
  );
}

/** What requesters read of it, and why nothing where the item promises it. */
function Shown({ sla, around }: { readonly sla: ItemSla; readonly around: Surroundings }) {
  if (sla.shownAs === null) return '–';
  const visibility = around.metrics.find(({ id }) => id === sla.id)?.visibility;
  const isTold = visibility === 'date' && sla.cycle !== undefined;
  return (
    <>
      {t(`settings.item.${sla.shownAs}`)}
      {!isTold && (
        <div className={forms.error}>
          {t(visibility === 'date' ? 'settings.promise.shownInVain' : 'settings.promise.hiddenSla')}
        </div>
      )}
    </>
  );
}

const nameOfGoal = (metricId: string, { goal }: Cycle, { catalog, metrics }: Surroundings): string => {
  const placed = metrics.filter(({ id }) => id === metricId).flatMap(placedGoals);
  const found = placed.find((each) => each.goal.id === goal.id);
  return found === undefined ? goal.name : goalName(found.goal, catalog);
};

const whyNot = ({ idle }: ItemSla, around: Surroundings): string =>
  idle === undefined ? t('settings.promise.over') : idleText(idle, textOptions(around));

const textOptions = (around: Surroundings) => ({ ...wordsAround(around), locale: locale() });

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
