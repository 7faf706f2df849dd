import type { EngineRule, TimelineEvent } from '../model';
import { reasonText } from './explain-texts';
import { conditionText, type TextOptions, valueName } from './names';
import { triggerText } from './trigger-text';

const RULES: Readonly<Record<'en' | 'ru', Readonly<Record<EngineRule, string>>>> = {
  en: {
    goalMatches: 'a goal matches now',
    scopeEntered: 'it came into the scope of the metric',
    goalChanged: 'another goal matches',
    calendarChanged: 'another calendar counts',
    nothingPauses: 'nothing pauses it any more',
    resumedByHand: 'somebody let it go on',
    pauseEnds: 'the pause was due to end',
    stopped: 'it stopped',
    stoppedBefore: 'it was done before it started',
    stopLeft: 'what stopped it no longer holds',
    noGoal: 'no goal matches any more',
    newGoal: 'another goal begins a new cycle',
    moved: 'it was moved to another project',
    scope: 'it left the scope of the metric',
    deleted: 'it was deleted',
    retired: 'the metric was retired',
    startLeft: 'what started it no longer holds',
  },
  ru: {
    goalMatches: 'теперь есть подходящая цель',
    scopeEntered: 'запрос вошёл в область действия показателя',
    goalChanged: 'подошла другая цель',
    calendarChanged: 'действует другой календарь',
    nothingPauses: 'причин для паузы больше нет',
    resumedByHand: 'паузу сняли вручную',
    pauseEnds: 'срок паузы истёк',
    stopped: 'отсчёт завершён',
    stoppedBefore: 'выполнено ещё до начала',
    stopLeft: 'условие завершения больше не выполняется',
    noGoal: 'больше не подходит ни одна цель',
    newGoal: 'другая цель начинает новый цикл',
    moved: 'запрос перенесён в другой проект',
    scope: 'запрос вышел из области действия показателя',
    deleted: 'запрос удалён',
    retired: 'показатель выведен из действия',
    startLeft: 'условие начала больше не выполняется',
  },
};

/** The rule behind an event, in words: the trigger, the pause and its condition, or a rule of the engine; else people's own reason. */
export const ruleText = ({ cause, matchedCondition }: TimelineEvent, options: TextOptions): string => {
  if (cause === undefined) return matchedCondition;
  if ('trigger' in cause) return triggerText(cause.trigger, options);
  if ('rule' in cause) return RULES[options.locale][cause.rule];
  const reason = reasonText(cause.pause, options.locale);
  if (cause.issueId !== undefined) return `${reason}: ${valueName('issue', cause.issueId, options.names)}`;
  return cause.when ? `${reason}: ${conditionText(cause.when, options)}` : reason;
};
