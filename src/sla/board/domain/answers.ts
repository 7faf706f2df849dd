/** What the live board is answered. */
import * as v from 'valibot';
import { whole } from '../../../kernel/answers';
import { textAnswer } from '../../../kernel/text-schema';
import type { AnswerOf } from '../../../kernel/call';
import type { Bands } from '../../definitions/domain/display/model';
import type { Forecast } from '../../engine/forecast/model';
import type { CalendarDefinition, HolidaySet } from '../../engine/model';

/** A clock under way: running towards its due instant, late, or paused. */
const boardRow = v.object({
  issueId: v.string(),
  issueKey: v.string(),
  summary: v.string(),
  /** The project the work item is in. */
  space: v.object({ id: v.string(), name: v.string() }),
  /** What the field for teams says (that of the settings, else Jira's Team field); null without one, or while it is empty. */
  team: v.nullable(v.string()),
  assignee: v.nullable(v.object({ accountId: v.string(), name: v.string() })),
  metricId: v.string(),
  metricName: textAnswer,
  state: v.picklist(['running', 'paused']),
  breached: v.boolean(),
  /** Left out while paused without a known end. */
  dueTime: v.optional(v.number()),
  /** Past this instant it is breached: the due instant and the metric's grace. */
  breachesAfter: v.optional(v.number()),
  /** Working time left when the board was read, negative when over. */
  remainingMs: v.nullable(v.number()),
  goalMs: v.nullable(v.number()),
  /** The calendar that counts; null is 24×7. */
  calendarId: v.nullable(v.string()),
  zone: v.string(),
  pauseReason: v.optional(v.string()),
  pausedSince: v.optional(v.number()),
  /** A breach of an agreement below puts it at risk: of which metric, since when, and whether on another work item. */
  risk: v.optional(v.object({ metricName: textAnswer, at: v.number(), elsewhere: v.boolean() })),
  /** Only where it is likely to be breached: similar ones needed longer. */
  forecast: v.optional(whole<Forecast>()),
});
export type BoardRow = AnswerOf<typeof boardRow>;

/** What the viewer may see of the clocks nearest to now, by next breach. */
export const boardAnswer = v.object({
  asOf: v.number(),
  rows: v.array(boardRow),
  /** Metrics in force, for choosing one. */
  metrics: v.array(v.object({ id: v.string(), name: textAnswer })),
  version: v.number(),
  /** When clocks turn to attention and to a warning; left out: as by default. */
  bands: v.optional(whole<Bands>()),
  /** Whether rows tell what is likely to be breached: it is not switched off, and something was learned. */
  forecasts: v.boolean(),
  /** To count working time with; left out when the screen has them in this version. */
  calendars: v.optional(
    v.object({
      calendars: v.array(whole<CalendarDefinition>()),
      holidaySets: v.array(whole<HolidaySet>()),
    }),
  ),
  /** Dues after this instant were not read; left out when all were. */
  upcomingUntil: v.optional(v.number()),
  /** More is late than was read: the latest breaches are there. */
  moreBreached: v.boolean(),
  /** Whether all paused clocks are there, the first hundred, or none because Jira can't search for them yet. */
  paused: v.picklist(['all', 'some', 'none']),
  /** A job recomputes open records; `checked` of them so far. Until it is done some rows show the former definitions. */
  recalculating: v.optional(v.object({ checked: v.number() })),
});
export type Board = AnswerOf<typeof boardAnswer>;
