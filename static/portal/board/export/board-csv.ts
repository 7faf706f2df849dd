import { localized } from '../../../shared/i18n';
import { statusOf } from '../../../sla-panel/model/status';
import type { Clock } from '../model/clock';
import { type Cell, csvOf } from '../../../shared/csv';

const MINUTE = 60_000;
const iso = (instant: number | undefined): string | null =>
  instant === undefined ? null : new Date(instant).toISOString();
const minutes = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / MINUTE));

/** Names of the columns never change: others build on them. Instants are UTC, durations working minutes. */
const COLUMNS: readonly (readonly [string, (clock: Clock) => Cell])[] = [
  ['key', ({ row }) => row.issueKey],
  ['summary', ({ row }) => row.summary],
  ['space', ({ row }) => row.space.name],
  ['team', ({ row }) => row.team],
  ['assignee', ({ row }) => row.assignee?.name ?? null],
  ['metric_id', ({ row }) => row.metricId],
  ['metric', ({ row }) => localized(row.metricName)],
  ['state', ({ line }) => statusOf(line)],
  ['urgency', ({ urgency }) => urgency],
  ['breached', ({ line }) => line.breached],
  ['due', ({ row }) => iso(row.dueTime)],
  ['remaining_minutes', ({ line }) => minutes(line.remainingMs)],
  ['target_minutes', ({ row }) => minutes(row.goalMs)],
  ['pause_reason', ({ row }) => row.pauseReason ?? null],
  ['paused_since', ({ row }) => iso(row.pausedSince)],
  ['calendar_zone', ({ row }) => row.zone],
  ['likely_to_breach', ({ row, line }) => row.forecast !== undefined && !line.breached],
];

/** The rows of the board as they are shown, in their order. */
export const boardCsv = (clocks: readonly Clock[], now: number): string =>
  csvOf(
    [...COLUMNS.map(([name]) => name), 'as_of'],
    clocks.map((clock) => [...COLUMNS.map(([, cell]) => cell(clock)), iso(now)]),
  );
