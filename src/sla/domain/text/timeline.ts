import { cyclesOf } from '../cycles-of';
import type { MetricResult, TimelineEvent } from '../model';
import { ruleText } from './cause-text';
import { instantText, type TextOptions, valueName } from './names';
import { rejectedText } from './unmet-text';

const ACTIONS: Readonly<Record<'en' | 'ru', Readonly<Record<TimelineEvent['action'], string>>>> = {
  en: {
    start: 'started',
    pause: 'paused',
    resume: 'went on',
    stop: 'stopped',
    cancel: 'cancelled',
    reset: 'reset',
    goalChange: 'goal changed',
    extend: 'target extended',
    excuse: 'excused',
    recalc: 'recalculated',
    undoStop: 'stop undone',
  },
  ru: {
    start: 'начато',
    pause: 'пауза',
    resume: 'продолжено',
    stop: 'завершено',
    cancel: 'отменено',
    reset: 'сброшено',
    goalChange: 'цель изменена',
    extend: 'срок продлён',
    excuse: 'признано уважительным',
    recalc: 'пересчитано',
    undoStop: 'завершение отменено',
  },
};

const WORDS = {
  en: { by: 'by', goal: 'goal', rejected: 'not chosen' },
  ru: { by: '—', goal: 'цель', rejected: 'не подошли' },
} as const;

const goalName = (metric: MetricResult, id: string): string =>
  cyclesOf(metric).find((cycle) => cycle.goal.id === id)?.goal.name ?? id;

/** What happened to a metric, one line per event: when, what, because of what, by whom, which goals. */
export const timelineText = (metric: MetricResult, options: TextOptions): readonly string[] => {
  const words = WORDS[options.locale];
  return metric.events.map((event) => {
    const who = event.by ? ` ${words.by} ${valueName('assignee', event.by, options.names)}` : '';
    const goal = event.goalId === undefined ? '' : `; ${words.goal} ${goalName(metric, event.goalId)}`;
    const rejected = event.rejected.map((goal) => `${goal.goalId} ${rejectedText(goal, options)}`).join(', ');
    const others = rejected === '' ? '' : `; ${words.rejected}: ${rejected}`;
    return `${instantText(event.at, options)}  ${ACTIONS[options.locale][event.action]} (${ruleText(event.cause, options)})${who}${goal}${others}`;
  });
};
