import type {
  CalendarDefinition,
  CalendarSource,
  Condition,
  MetricDefinition,
} from '../../../src/sla/engine/model';
import { USUAL_RULES } from '../../../src/sla/engine/model/usual-rules';
import type { EditorFinding } from '../../kit/editor-page/findings';
import { t } from '../../shared/i18n';
import type { FieldCatalog } from './field-catalog';

/** A calendar that somebody must choose. */
const NOT_CHOSEN: CalendarSource = { kind: 'fixed', calendarId: '' };
const ALWAYS: CalendarSource = { kind: 'fixed', calendarId: null };

/** The work items of one space; of one still to be chosen, for an empty id. */
export const ofSpace = (id: string): Condition => ({
  field: 'projectId',
  op: 'in',
  values: id === '' ? [] : [id],
});

/**
 * A metric to begin with: eight hours from creation to resolution, in one space and in working hours. What the site has one of is
 * chosen; of several somebody chooses; without a calendar time counts day and night.
 */
export function newMetric(
  id: string,
  calendars: readonly CalendarDefinition[],
  catalog: FieldCatalog,
): MetricDefinition {
  const [calendar, ...otherCalendars] = calendars;
  const [space, ...otherSpaces] = catalog.valuesOf('projectId');
  return {
    ...USUAL_RULES,
    id,
    name: { en: '' },
    version: 0,
    active: true,
    scope: ofSpace(otherSpaces.length === 0 ? (space?.value ?? '') : ''),
    start: [{ on: 'created' }],
    stop: [{ on: 'changed', field: 'resolution', edge: 'set' }],
    pause: [],
    calendar:
      calendar === undefined
        ? ALWAYS
        : otherCalendars.length === 0
          ? { kind: 'fixed', calendarId: calendar.id }
          : NOT_CHOSEN,
    goals: [
      {
        id: crypto.randomUUID(),
        name: t('settings.goal.remaining'),
        target: { kind: 'duration', ms: 8 * 3_600_000 },
      },
    ],
  };
}

/** Whether its space is still to be chosen. */
export const lacksSpace = ({ scope }: MetricDefinition): boolean =>
  'field' in scope && scope.field === 'projectId' && scope.op === 'in' && scope.values.length === 0;

/** What somebody has still to choose before it can be saved. */
export const stillToChoose = (metric: MetricDefinition): readonly EditorFinding[] => [
  ...(lacksSpace(metric)
    ? [{ at: 'scope', severity: 'error', text: t('settings.metric.chooseSpace') } as const]
    : []),
  ...(metric.calendar.kind === 'fixed' && metric.calendar.calendarId === ''
    ? [{ at: 'calendar', severity: 'error', text: t('settings.metric.chooseCalendar') } as const]
    : []),
];
