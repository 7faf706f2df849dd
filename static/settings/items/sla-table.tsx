import { type ReactNode, useMemo } from 'react';
import { Link } from 'wouter';
import { type ItemSla, slasOfItem } from '../../../src/catalog/domain/item/item-slas';
import type { Answers, ItemContent } from '../../../src/catalog/domain/model';
import { placedGoals } from '../../../src/sla/engine/model/goals-of';
import type { Cycle, SlaDefinitions } from '../../../src/sla/engine/model';
import { idleText } from '../../../src/sla/engine/words/unmet-text';
import forms from '../../kit/forms.module.css';
import { ListTable } from '../../kit/list/list-table';
import { formatDateTime, zoneLabel, zonesDiffer } from '../../shared/dates';
import { locale, localized, t } from '../../shared/i18n';
import { pageAddress } from '../addresses';
import { calendarName, goalName, promiseText, type Surroundings, wordsAround } from '../model/metric-text';
import type { ItemTabProps } from './item-tab-props';

interface Props extends Pick<ItemTabProps, 'definitions' | 'catalog' | 'mayOpenSlas'> {
  readonly content: ItemContent;
  readonly answers: Answers;
  readonly requester: string;
  /** UTC milliseconds. */
  readonly at: number;
}

/** The SLAs that a work item made by these answers gets, and those it does not get, with why. */
export function SlaTable({
  content,
  answers,
  requester,
  at,
  definitions,
  catalog,
  mayOpenSlas = false,
}: Props) {
  const slas = useMemo(
    () => judged(definitions, content, { answers, requester, at }),
    [definitions, content, answers, requester, at],
  );
  if (slas === null) return <p>{t('settings.promise.notReplayable')}</p>;
  const around: Surroundings = { ...definitions, catalog };
  const attached = slas.filter(({ cycle, idle }) => cycle !== undefined || idle?.kind === 'notStarted');
  const others = slas.filter((sla) => !attached.includes(sla));
  const nameOf = ({ id, name }: ItemSla): ReactNode =>
    mayOpenSlas ? <Link to={pageAddress('metrics', id)}>{localized(name)}</Link> : localized(name);
  return (
    <>
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
  asked: Parameters<typeof slasOfItem>[2],
): readonly ItemSla[] | null {
  try {
    return slasOfItem(definitions, content, asked);
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
