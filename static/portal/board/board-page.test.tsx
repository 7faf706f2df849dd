import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { Board } from '../../../src/sla/board/domain/answers';
import { answer, answerProduct, invocations, refusal, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { HomeProvider } from '../home-data';
import { At } from '../../kit/testing/at';
import { boardOf, boardRow } from '../testing/board';
import { homeLoad, homeOf } from '../testing/samples';
import { BoardPage } from './board-page';
import { forgetTeamField } from '../../shared/team-field';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The board's own code comes lazily. */
const LAZY = { timeout: 15_000 };

const within_ = (ms: number) => ({ dueTime: Date.now() + ms, breachesAfter: Date.now() + ms });
const rows = () => [
  boardRow({ issueId: '1', issueKey: 'IT-1', breached: true, ...within_(-HOUR) }),
  boardRow({ issueId: '2', issueKey: 'IT-2', team: 'Network', ...within_(30 * MINUTE) }),
  boardRow({
    issueId: '3',
    issueKey: 'IT-3',
    state: 'paused',
    pauseReason: 'requester',
    pausedSince: Date.now() - HOUR,
    remainingMs: 2 * HOUR,
  }),
];

let me = homeOf().me;
function Around({ children }: { readonly children: ReactNode }) {
  return (
    <At path="/board">
      <HomeProvider value={homeLoad({ me })}>{children}</HomeProvider>
    </At>
  );
}

async function open(board: Board = boardOf(rows())) {
  answer('sla.board', () => board);
  render(<BoardPage />, { wrapper: Around });
  await screen.findByRole('list', { name: 'How much is at risk' }, LAZY);
  return userEvent.setup();
}

const card = (name: string) => screen.getByRole('button', { name: new RegExp(`${name}$`) });
const links = () => screen.queryAllByRole('link').map((link) => link.textContent?.split(' ')[0]);
const see = (state: DocumentVisibilityState): void => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  document.dispatchEvent(new Event('visibilitychange'));
};
const reads = () => invocations.filter(({ name }) => name === 'sla.board').length;

// Loading the board's code takes real time, which tests that stop the clock don't have.
beforeAll(async () => {
  await Promise.all([import('./board-view'), import('@atlaskit/section-message')]);
}, 60_000);

beforeEach(() => {
  resetBridge();
  forgetTeamField();
  me = homeOf().me;
  answerProduct('/project/search', { values: [] });
  prepareSurface();
});

afterEach(() => {
  jest.restoreAllMocks();
  see('visible');
});

describe('the SLA board', () => {
  it('counts what is late, due soon and paused, and lists it by urgency', async () => {
    await open();
    expect(card('Overdue')).toHaveTextContent('1');
    expect(card('1 hour or less left')).toHaveTextContent('1');
    expect(card('4 hours or less left')).toHaveTextContent('1');
    expect(card('Paused')).toHaveTextContent('1');
    expect(links()).toEqual(['IT-1', 'IT-2', 'IT-3']);
    expect(screen.getByRole('row', { name: /IT-1/ })).toHaveTextContent(/Overdue.*1 h over/);
    expect(screen.getByRole('row', { name: /IT-3/ })).toHaveTextContent(/Paused.*2 h left.*since/);
    expect(screen.getByRole('link', { name: /IT-1/ })).toHaveAttribute('href', '/browse/IT-1');
  });

  it('shows only one card’s rows when it is pressed, and all when it is pressed again', async () => {
    const user = await open();
    await user.click(card('Paused'));
    expect(card('Paused')).toHaveAttribute('aria-pressed', 'true');
    expect(links()).toEqual(['IT-3']);
    await user.click(card('Paused'));
    expect(links()).toEqual(['IT-1', 'IT-2', 'IT-3']);
  });

  it('marks what is likely to be breached, on what grounds, and shows only that when asked', async () => {
    const forecast = { among: 'similar', count: 23, longer: 20, medianMs: 6 * HOUR } as const;
    const told = { ...forecast, leftMs: 30 * MINUTE, likely: true, confidence: 'medium' } as const;
    const [late, soon, paused] = rows();
    const user = await open(
      boardOf([{ ...late!, forecast: told }, { ...soon!, forecast: told }, paused!], { forecasts: true }),
    );
    const row = screen.getByRole('row', { name: /IT-2/ });
    expect(row).toHaveTextContent(
      'Likely to breach. Half of 23 similar ones took another 6 h or more. Confidence: medium.',
    );
    expect(screen.getByRole('row', { name: /IT-1/ })).not.toHaveTextContent('Likely');
    expect(card('Likely to breach')).toHaveTextContent('1');
    await user.click(card('Likely to breach'));
    expect(links()).toEqual(['IT-2']);
  });

  it('has no card for forecasts where there are none', async () => {
    await open();
    expect(screen.queryByRole('button', { name: /Likely/ })).toBeNull();
  });

  it('puts rows together by team, the space standing in for it', async () => {
    const user = await open();
    await user.click(screen.getByRole('combobox', { name: 'Group by' }));
    await user.click(await screen.findByText('Team', { selector: '[role="option"], [role="option"] *' }));
    expect(screen.getByRole('rowheader', { name: 'IT Services 2' })).toBeVisible();
    expect(screen.getByRole('rowheader', { name: 'Network 1' })).toBeVisible();
  });

  it('filters by metric, also when nothing is left, and takes it back', async () => {
    const user = await open();
    await user.click(screen.getByRole('combobox', { name: 'SLA' }));
    await user.click(
      await screen.findByText('First reply', { selector: '[role="option"], [role="option"] *' }),
    );
    expect(screen.getByRole('heading', { name: 'Nothing matches these filters' })).toBeVisible();
    expect(card('Overdue')).toHaveTextContent('0');
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(links()).toHaveLength(3);
  });

  it('asks for the Team field where the site has one', async () => {
    const custom = 'com.atlassian.teams:rm-teams-custom-field-team';
    answerProduct('/rest/api/3/field', [{ id: 'summary' }, { id: 'customfield_10001', schema: { custom } }]);
    await open();
    expect(invocations.at(-1)?.payload).toEqual({ teamField: 'customfield_10001' });
  });

  it('says that nothing is at risk', async () => {
    await open(boardOf([]));
    expect(screen.getByRole('heading', { name: 'Nothing is at risk' })).toBeVisible();
  });

  it('says what it did not read', async () => {
    const cut = { upcomingUntil: Date.now() + 2 * HOUR, moreBreached: true, paused: 'some' } as const;
    await open(boardOf(rows(), { ...cut, recalculating: { checked: 1200 } }));
    expect(card('Overdue')).toHaveTextContent('1+');
    expect(card('1 hour or less left')).toHaveTextContent('1+');
    expect(card('4 hours or less left')).toHaveTextContent('1+');
    expect(screen.getByText(/SLAs are being recalculated, 1,200 work items so far/)).toBeVisible();
    expect(screen.getByText(/most recent breaches/)).toBeVisible();
  });

  it('is large on a wall, with one way back', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Wallboard' }));
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Leave wallboard']);
    await user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Wallboard' })).toBeVisible();
  });

  it('offers a retry when it can’t be read at all', async () => {
    answer('sla.board', () => refusal({ code: 'JIRA_UNAVAILABLE', retryable: true }));
    render(<BoardPage />, { wrapper: Around });
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }, LAZY));
    await waitFor(() => expect(reads()).toBe(2));
  });

  it('tells people without Jira why there is nothing, and asks nothing', async () => {
    me = { ...me, jira: false };
    render(<BoardPage />, { wrapper: Around });
    expect(await screen.findByRole('heading', { name: 'The SLA board needs Jira' })).toBeVisible();
    expect(invocations).toEqual([]);
  });
});

describe('refreshing the board', () => {
  const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

  it('reads again every minute without asking for calendars twice, and keeps the rows when that fails', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      await open();
      await pass(MINUTE);
      await waitFor(() => expect(reads()).toBe(2));
      expect(invocations.at(-1)?.payload).toEqual({ version: 1 });
      answer('sla.board', () => refusal({ code: 'JIRA_UNAVAILABLE', retryable: true }));
      await pass(MINUTE);
      expect(await screen.findByText(/Shown as of/, undefined, LAZY)).toBeVisible();
      expect(links()).toEqual(['IT-1', 'IT-2', 'IT-3']);
    } finally {
      jest.useRealTimers();
    }
  });

  it('rests while nobody can see it, and catches up when somebody can', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      await open();
      act(() => see('hidden'));
      await pass(5 * MINUTE);
      expect(reads()).toBe(1);
      act(() => see('visible'));
      await waitFor(() => expect(reads()).toBe(2));
    } finally {
      jest.useRealTimers();
    }
  });

  it('says a clock is overdue when its minute has come, before the next reading', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      await open(boardOf([boardRow(within_(30_000))]));
      expect(card('Overdue')).toHaveTextContent('0');
      answer('sla.board', () => refusal({ code: 'JIRA_UNAVAILABLE', retryable: true }));
      await pass(MINUTE);
      expect(card('Overdue')).toHaveTextContent('1');
    } finally {
      jest.useRealTimers();
    }
  });
});
