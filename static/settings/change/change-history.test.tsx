import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { Recalculation, SlaChange } from '../../../src/sla/definitions/domain/answers/changes';
import { definitionsOf } from '../../../src/sla/engine/testing/build';
import { answer, invocations, payloadOf, refusal, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { ChangeHistory } from './change-history';
import { RecalculationBar } from './recalculation-bar';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const NOW = Date.UTC(2026, 5, 1, 12);
const none = {
  metToBreached: 0,
  breachedToMet: 0,
  breachedNow: 0,
  notBreached: 0,
  due: 0,
  appears: 0,
  appearsLate: 0,
  disappears: 0,
};
const change = (version: number, parts: Partial<SlaChange> = {}): SlaChange => ({
  version,
  at: NOW,
  by: 'sergey',
  action: 'sla.agreement.saved',
  subject: 'agreement:sla',
  subjectName: { en: `Agreement ${version}` },
  differences: [{ path: 'agreements.sla.affectsParent', before: 'none', after: 'pause' }],
  scope: 'replay',
  undoUntil: NOW + 7 * 86_400_000,
  ...parts,
});
const job = (parts: Partial<Recalculation> = {}): Recalculation => ({
  id: 'job',
  state: 'running',
  reason: 'definitions',
  version: 3,
  checked: 43,
  total: 100,
  percent: 43,
  changed: 5,
  startedAt: NOW,
  ...parts,
});

beforeEach(() => {
  resetBridge();
  prepareSurface();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the history of changes', () => {
  const applied = jest.fn();
  const show = async (changes: readonly SlaChange[], readOnly = false) => {
    answer('sla.changes', () => ({ version: 3, changes, recalculation: null }));
    render(<ChangeHistory version={3} readOnly={readOnly} onApplied={applied} />);
    return screen.findAllByRole('article');
  };
  beforeEach(() => {
    applied.mockClear();
  });

  test('says who changed what, on which SLAs, and what came of it', async () => {
    const [entry] = await show([change(3, { counts: { ...none, breachedNow: 1 }, changedIssues: 4 })]);
    expect(entry).toHaveTextContent('Agreement 3');
    expect(entry).toHaveTextContent('no effect above → pauses the one above');
    expect(entry).toHaveTextContent('Applied to: SLAs in progress, from their start.');
    expect(entry).toHaveTextContent('4 work items changed; 1 SLA became breached, 0 SLAs no longer are.');
  });

  test('offers to undo what still can be, and tells what goes with it', async () => {
    const undone = { definitions: definitionsOf(), problems: [], recalculation: null };
    answer('sla.rollBack', () => undone);
    const entries = await show([change(3), change(2), change(1, { undoUntil: undefined })]);
    expect(within(entries[2]!).queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
    fireEvent.click(within(entries[1]!).getByRole('button', { name: 'Undo' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Undo the change of Agreement 2?' }));
    expect(dialog.getByText('1 change made after it is undone too.')).toBeInTheDocument();
    expect(invocations.map(({ name }) => name)).not.toContain('sla.rollBack');
    fireEvent.click(dialog.getByRole('button', { name: 'Undo change' }));
    await waitFor(() => expect(applied).toHaveBeenCalledWith(undone));
    expect(payloadOf('sla.rollBack')).toEqual({ version: 3, undo: 2 });
  });

  test('keeps the dialog and says why when an undo is refused', async () => {
    answer('sla.rollBack', () => refusal({ code: 'CONFLICT' }));
    const [entry] = await show([change(3)]);
    fireEvent.click(within(entry!).getByRole('button', { name: 'Undo' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo change' }));
    expect(await screen.findByText('Not saved')).toBeInTheDocument();
    expect(applied).not.toHaveBeenCalled();
  });

  test('is only read by whoever may not edit', async () => {
    await show([change(3)], true);
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });
});

describe('a recalculation', () => {
  const show = (canAct = true, onFinished = jest.fn()) => {
    render(<RecalculationBar canAct={canAct} version={3} onFinished={onFinished} />);
    return onFinished;
  };

  test('is followed until it ends, which is told once', async () => {
    jest.useFakeTimers();
    answer('sla.recalculation', () => ({ recalculation: job() }));
    const finished = show();
    await act(() => jest.advanceTimersByTimeAsync(10));
    expect(screen.getByText(/Recalculating 43 %: 43 of about 100 work items/)).toBeInTheDocument();
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '43');
    answer('sla.recalculation', () => ({
      recalculation: job({ state: 'done', checked: 100, percent: 100 }),
    }));
    await act(() => jest.advanceTimersByTimeAsync(2_100));
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(finished).toHaveBeenCalledTimes(1);
  });

  test('can be cancelled, and gone on with', async () => {
    answer('sla.recalculation', () => ({ recalculation: job() }));
    answer('sla.cancelRecalculation', () => {
      answer('sla.recalculation', () => ({ recalculation: job({ state: 'cancelled' }) }));
      return { recalculation: job({ state: 'cancelled' }) };
    });
    answer('sla.resumeRecalculation', () => {
      answer('sla.recalculation', () => ({ recalculation: job() }));
      return { recalculation: job() };
    });
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText(/stopped after 43 of about 100 work items/)).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Resume' }));
    expect(await screen.findByText(/Recalculating 43 %/)).toBeInTheDocument();
  });

  test('that waits for Monday says until when', async () => {
    answer('sla.recalculation', () => ({ recalculation: job({ state: 'waiting', resumesAt: NOW }) }));
    show(false);
    expect(await screen.findByText(/takes effect on .*14:00/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
