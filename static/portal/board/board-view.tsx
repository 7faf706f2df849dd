import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { Board } from '../../../src/sla/board/domain/answers';
import { viewer } from '../../shared/context';
import { formatTime } from '../../shared/dates';
import { ErrorView } from '../../shared/error-view';
import { t } from '../../shared/i18n';
import { LiveRegion } from '../../shared/live-region';
import { PageHeader } from '../../shared/page-header';
import { useTimeStyle } from '../../shared/time-style';
import { TimeStyleSelect } from '../../shared/time-style-select';
import { useNow } from '../../shared/use-now';
import { BoardActions } from './board-actions';
import { BoardNotes } from './board-notes';
import { BoardSkeleton } from './board-skeleton';
import { Cards } from './cards';
import { ClockTable } from './clock-table';
import { Filters } from './filters';
import type { Calendars } from './model/calendars';
import { type Clock, clockAt } from './model/clock';
import { isCut } from './model/cut';
import { endOfDay } from './model/end-of-day';
import { type Card, cardsOf, type Filter, filterFrom, isOnCard, searchOf, within } from './model/filter';
import { groupsOf } from './model/group';
import { NothingShown } from './nothing-shown';
import { useBoard } from './use-board';
import { WallboardExit } from './wallboard-exit';
import styles from './board-view.module.css';

/** Clocks under way by next breach: counts, filters and rows, read again every minute. */
export function BoardView() {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => filterFrom(search), [search]);
  const { board, calendars, error, refresh } = useBoard(filter.spaceId);
  const change = (wish: Partial<Filter>): void =>
    setSearch(searchOf({ ...filter, ...wish }), { replace: true });
  if (board === null) {
    if (error === null) return <BoardSkeleton />;
    return (
      <>
        <PageHeader title={t('portal.board.title')} />
        <ErrorView error={error} onRetry={refresh} />
      </>
    );
  }
  const failed = error !== null && (
    <ErrorView
      error={error}
      title={t('portal.board.stale', { at: formatTime(board.asOf) })}
      onRetry={refresh}
    />
  );
  return (
    <div className={filter.wallboard ? styles.wallboard : styles.board}>
      <ReadBoard board={board} calendars={calendars} filter={filter} onChange={change}>
        {failed}
      </ReadBoard>
    </div>
  );
}

interface Props {
  readonly board: Board;
  readonly calendars: Calendars | null;
  readonly filter: Filter;
  readonly onChange: (wish: Partial<Filter>) => void;
  readonly children: React.ReactNode;
}

function ReadBoard({ board, calendars, filter, onChange, children }: Props) {
  const now = useNow();
  const tonight = endOfDay(now, viewer().zone);
  useTimeStyle();
  const all = useMemo(
    () => board.rows.map((row) => clockAt(row, calendars?.byId(row.calendarId), now, tonight, board.bands)),
    [board, calendars, now, tonight],
  );
  const counted = within(all, filter);
  const { card } = filter;
  const cards = cardsOf(board);
  const shown = card === null ? counted : counted.filter((clock) => isOnCard(clock, card, tonight));
  return (
    <>
      <PageHeader
        title={t('portal.board.title')}
        actions={!filter.wallboard && <BoardActions clocks={shown} now={now} onChange={onChange} />}
      >
        <p className={styles.asOf}>{t('portal.board.asOf', { at: formatTime(board.asOf) })}</p>
      </PageHeader>
      {children}
      <Cards
        cards={cards}
        clocks={counted}
        endOfDay={tonight}
        isCut={(each) => isCut(board, each, now, tonight)}
        chosen={card}
        {...(filter.wallboard ? {} : { onChoose: (each) => onChange({ card: each }) })}
      />
      {!filter.wallboard && <Filters board={board} clocks={all} filter={filter} onChange={onChange} />}
      <BoardNotes board={board} />
      {shown.length === 0 ? (
        <NothingShown filter={filter} onChange={onChange} />
      ) : (
        <ClockTable groups={groupsOf(shown, filter.groupBy)} groupBy={filter.groupBy} />
      )}
      {!filter.wallboard && <TimeStyleSelect />}
      {filter.wallboard && <WallboardExit onExit={() => onChange({ wallboard: false })} />}
      <LiveRegion text={announcement(cards, counted, tonight)} />
    </>
  );
}

/** The counts in a sentence; it changes when the board is read again or a minute has passed. */
const announcement = (cards: readonly Card[], clocks: readonly Clock[], tonight: number): string =>
  cards
    .map((card) => {
      const count = clocks.filter((clock) => isOnCard(clock, card, tonight)).length;
      return `${t(`portal.board.card.${card}`)}: ${count}`;
    })
    .join(', ');
