import { useCallback, useEffect, useRef, useState } from 'react';
import type { Board } from '../../../src/sla/board/domain/answers';
import { call } from '../../shared/api';
import { teamField } from '../../shared/team-field';
import { type Calendars, calendarsOf } from './model/calendars';

const EVERY_MS = 60_000;

interface Read {
  readonly spaceId: string | null;
  readonly board: Board | null;
  readonly calendars: Calendars | null;
  /** Why the latest reading failed; what was read before stays. */
  readonly error: unknown;
}

export interface BoardState extends Omit<Read, 'spaceId'> {
  readonly refresh: () => void;
}

const nothing = (spaceId: string | null): Read => ({ spaceId, board: null, calendars: null, error: null });

/** The board of a space, or of all; read again every minute while somebody can see it. Late answers for another space are dropped. */
export function useBoard(spaceId: string | null): BoardState {
  const [read, setRead] = useState<Read>(() => nothing(spaceId));
  const calendars = useRef<Calendars | null>(null);
  const readAt = useRef(0);
  const turn = useRef(0);

  const refresh = useCallback(() => {
    const mine = ++turn.current;
    readAt.current = Date.now();
    const settle = (change: Partial<Read>): void => {
      if (mine !== turn.current) return;
      setRead((before) => ({ ...(before.spaceId === spaceId ? before : nothing(spaceId)), ...change }));
    };
    readBoard(spaceId, calendars.current).then(
      (answer) => {
        calendars.current = answer.calendars;
        settle({ ...answer, error: null });
      },
      (error: unknown) => settle({ error }),
    );
  }, [spaceId]);

  useEffect(() => {
    refresh();
    const isSeen = (): boolean => document.visibilityState === 'visible';
    const timer = setInterval(() => {
      if (isSeen()) refresh();
    }, EVERY_MS);
    const onVisible = (): void => {
      if (isSeen() && Date.now() - readAt.current >= EVERY_MS) refresh();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      turn.current += 1;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [refresh]);

  const { board, error } = read.spaceId === spaceId ? read : nothing(spaceId);
  return { board, calendars: read.calendars, error, refresh };
}

async function readBoard(
  spaceId: string | null,
  known: Calendars | null,
): Promise<{ readonly board: Board; readonly calendars: Calendars | null }> {
  const field = await teamField();
  const board = await call('sla.board', {
    ...(spaceId === null ? {} : { projectId: spaceId }),
    ...(field === null ? {} : { teamField: field }),
    ...(known === null ? {} : { version: known.version }),
  });
  const { calendars, version } = board;
  return { board, calendars: calendars === undefined ? known : calendarsOf(version, calendars) };
}
