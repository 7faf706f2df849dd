import type { Board } from '../../../../src/sla/board/domain/answers';
import type { Card } from './filter';

const HOUR = 3_600_000;
/** Clocks stand still over nights and holidays: what has an hour left may be due as much later. */
const STANDSTILL = 4 * 24 * HOUR;

/** Whether there may be more on a card than the board has read. */
export function isCut(board: Board, card: Card, now: number, endOfDay: number): boolean {
  const { upcomingUntil = Infinity } = board;
  switch (card) {
    case 'overdue':
      return board.moreBreached;
    case 'hour':
      return upcomingUntil < now + HOUR + STANDSTILL;
    case 'fourHours':
      return upcomingUntil < now + 4 * HOUR + STANDSTILL;
    case 'today':
      return upcomingUntil < endOfDay;
    case 'likely':
      return Number.isFinite(upcomingUntil) || board.paused === 'some';
    case 'paused':
      return board.paused === 'some';
  }
}
