/** Rows of a file as a draft of metrics. Nothing is dropped without a note. */
import type { CalendarDefinition, Goal } from '../../../engine/model';
import { readTarget } from './amounts';
import { type CalendarBook, calendarBook } from './calendar-book';
import { readCondition } from './condition-text';
import { pausesOf, scopeOf, startAndStopOf } from './events-of';
import { type Draft, type DraftMetric, type DraftNote, type ForeignRow, lost, type SiteNames } from './model';
import { foreignMetric } from './new-metric';

/** What a draft is made with. */
export interface DraftTools {
  readonly names: SiteNames;
  readonly calendars: readonly CalendarDefinition[];
  readonly newId: () => string;
}

/** Metrics in the order of the file, goals in the order of their rows. */
export function draftOf(rows: readonly ForeignRow[], tools: DraftTools): Draft {
  const book = calendarBook(tools.calendars, tools.newId);
  const names = [...new Set(rows.map(({ metric }) => metric))];
  const metrics = names.map((name) =>
    metricOf(
      name,
      rows.filter(({ metric }) => metric === name),
      book,
      tools,
    ),
  );
  return { metrics, calendars: book.made() };
}

function metricOf(
  name: string,
  rows: readonly ForeignRow[],
  book: CalendarBook,
  tools: DraftTools,
): DraftMetric {
  const scope = scopeOf(rows, tools.names);
  const clock = startAndStopOf(rows, tools.names);
  const pause = pausesOf(rows, tools.names);
  const goals = rows.map((row) => goalOf(row, book, tools));
  const kept = goals.flatMap(({ goal }) => goal ?? []);
  return {
    metric: foreignMetric({
      id: tools.newId(),
      name: { en: name },
      scope: scope.value,
      ...clock.value,
      pause: pause.value,
      goals: kept,
    }),
    notes: [
      ...(kept.length === 0 ? [lost('NO_GOAL')] : []),
      ...goals.flatMap(({ notes }) => notes),
      ...clock.notes,
      ...pause.notes,
      ...scope.notes,
    ],
  };
}

interface ReadGoal {
  readonly goal?: Goal;
  readonly notes: readonly DraftNote[];
}

/** A goal whose condition, target or hours are not understood is left out: kept in part, it would promise something else. */
function goalOf(row: ForeignRow, book: CalendarBook, { names, newId }: DraftTools): ReadGoal {
  const condition = readCondition(row.condition, names);
  const target = readTarget(row.target);
  const line = String(row.line);
  const notes: DraftNote[] = [];
  if ('fault' in condition)
    notes.push(lost(condition.fault.code, { line, text: row.condition, what: condition.fault.what }));
  if (target === undefined) notes.push(lost('TARGET_UNKNOWN', { line, text: row.target }));
  if ('fault' in condition || target === undefined) return { notes };
  const calendar = book.of(row);
  if (calendar.id === undefined) return { notes: calendar.notes };
  const isAll = 'all' in condition && condition.all.length === 0;
  return {
    goal: {
      id: newId(),
      name: row.condition.slice(0, 255),
      ...(isAll ? {} : { when: condition }),
      target,
      calendar: { kind: 'fixed', calendarId: calendar.id },
    },
    notes: calendar.notes,
  };
}
