/** A board and its rows as tests need them. */
import type { Board, BoardRow } from '../../../src/sla/board/domain/answers';

export const boardRow = (more: Partial<BoardRow> = {}): BoardRow => ({
  issueId: '1',
  issueKey: 'IT-1',
  summary: 'Broken laptop',
  space: { id: '10000', name: 'IT Services' },
  team: null,
  assignee: { accountId: 'ingrid', name: 'Ingrid' },
  metricId: 'delivery',
  metricName: { en: 'Delivery' },
  state: 'running',
  breached: false,
  remainingMs: 0,
  goalMs: 4 * 3_600_000,
  calendarId: null,
  zone: 'UTC',
  ...more,
});

export const boardOf = (rows: readonly BoardRow[], more: Partial<Board> = {}): Board => ({
  asOf: Date.now(),
  rows,
  metrics: [
    { id: 'delivery', name: { en: 'Delivery' } },
    { id: 'reply', name: { en: 'First reply' } },
  ],
  version: 1,
  calendars: { calendars: [], holidaySets: [] },
  moreBreached: false,
  forecasts: false,
  paused: 'all',
  ...more,
});
