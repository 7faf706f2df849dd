import { warningIn } from '../../../src/kernel/finding';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type {
  ChangeImpact,
  ChangePlan,
  CycleChange,
  DryRun,
} from '../../../src/sla/definitions/domain/answers/changes';
import { definitionsOf, metricOf } from '../../../src/sla/engine/testing/build';
import { answer, invocations, payloadOf, refusal, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { ChangeDialog } from './change-dialog';
import { DefinitionNames } from './definition-names';
import { wallTime } from '../../shared/wall-time';
import type { Proposal } from './use-change';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const NOW = Date.UTC(2026, 5, 1, 12);
const metric = metricOf({ name: { en: 'Delivery', ru: 'Выдача' } });
const definitions = definitionsOf(metric);
const applied = { definitions, problems: [], recalculation: null };
const closed = jest.fn();
const done = jest.fn();

const show = (parts: Partial<Proposal> = {}) =>
  render(
    <DefinitionNames value={definitions}>
      <ChangeDialog
        proposal={{
          version: 7,
          target: { section: 'metric', value: metric },
          impact: 'goals',
          scope: 'future',
          problems: [],
          differences: [
            { path: 'metrics.m.goals.rest.target.ms', before: 14_400_000, after: 7_200_000 },
            { path: 'metrics.m.version', before: 1, after: 2 },
          ],
          ...parts,
        }}
        onClose={closed}
        onApplied={done}
      />
    </DefinitionNames>,
  );

const rowOf = (n: number, parts: Partial<CycleChange> = {}): CycleChange => ({
  issueId: String(n),
  issueKey: `IT-${n}`,
  metricId: 'm',
  cycle: 1,
  kind: 'breachedNow',
  before: { state: 'RUNNING', breached: false, due: NOW + 3_600_000 },
  after: { state: 'RUNNING', breached: true, due: NOW - 3_600_000 },
  ...parts,
});
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
const run = (parts: Partial<DryRun> = {}): DryRun => ({
  id: 'run',
  state: 'done',
  checked: 40,
  total: 40,
  openCycles: 12,
  changedIssues: 2,
  counts: { ...none, breachedNow: 1, metToBreached: 1 },
  rows: [
    rowOf(2, {
      kind: 'metToBreached',
      before: { state: 'MET', breached: false },
      after: { state: 'BREACHED_STOPPED', breached: true },
    }),
    rowOf(1),
  ],
  asOf: NOW,
  ...parts,
});
const check = () => fireEvent.click(screen.getByRole('button', { name: 'Check what it would change' }));
const apply = () => fireEvent.click(screen.getByRole('button', { name: 'Apply' }));

beforeEach(() => {
  resetBridge();
  prepareSurface();
  closed.mockClear();
  done.mockClear();
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('what a change does', () => {
  test('is told difference by difference; how often it was saved is none', () => {
    show();
    const items = within(screen.getByRole('dialog', { name: 'What this changes' })).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual(['Goals › rest › target: 4 h → 2 h']);
  });

  test('comes with the warnings of the definition itself, not of others', () => {
    show({
      problems: [
        warningIn('GROUP_GONE', 'metric:m', 'stop.0', { group: 'doty' }),
        warningIn('NO_REMAINING_GOAL', 'metric:other', 'goals'),
      ],
    });
    expect(screen.getByText(/^Jira has no group “doty”, .*Choose another/)).toBeInTheDocument();
    expect(screen.queryByText(/match no goal/)).not.toBeInTheDocument();
  });

  test.each<[ChangeImpact, RegExp]>([
    ['words', /Only what is shown changes/],
    ['tells', /Only who is notified, and when, changes/],
    ['unused', /No SLA in progress uses what changes/],
  ])('asks for no scope where it is only %s', async (impact, words) => {
    answer('sla.applyChange', () => applied);
    show({ impact });
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Check/ })).not.toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(done).toHaveBeenCalledWith(applied));
  });
});

describe('on which clocks it takes effect', () => {
  const planOf = (): ChangePlan => payloadOf('sla.applyChange')?.['plan'] as ChangePlan;
  const applies = async (): Promise<ChangePlan> => {
    answer('sla.applyChange', () => applied);
    apply();
    await waitFor(() => expect(done).toHaveBeenCalled());
    return planOf();
  };

  test('begins with what is suggested, and says so', async () => {
    show();
    expect(screen.getAllByRole('radio')).toHaveLength(4);
    expect(screen.getByRole('radio', { name: 'SLAs in progress, from now on (suggested)' })).toBeChecked();
    expect(await applies()).toEqual({ scope: 'future' });
    expect(payloadOf('sla.applyChange')).toMatchObject({ version: 7, target: { section: 'metric' } });
  });

  test('may be new ones only, from an instant at most seven days ahead', async () => {
    show();
    fireEvent.click(screen.getByRole('radio', { name: 'New SLAs only' }));
    const from = screen.getByLabelText('Takes effect');
    expect(from).toHaveAttribute('min', wallTime(NOW));
    expect(from).toHaveAttribute('max', wallTime(NOW + 7 * 86_400_000));
    fireEvent.change(from, { target: { value: wallTime(NOW + 3_600_000) } });
    expect(await applies()).toEqual({ scope: 'new', from: NOW + 3_600_000 });
  });

  test('a replay can not be put off: no instant is asked for, and one that was chosen is dropped', async () => {
    show();
    fireEvent.change(screen.getByLabelText('Takes effect'), {
      target: { value: wallTime(NOW + 3_600_000) },
    });
    fireEvent.click(screen.getByRole('radio', { name: 'SLAs in progress, from their start' }));
    expect(screen.queryByLabelText('Takes effect')).not.toBeInTheDocument();
    expect(screen.getByText(/Finished SLAs are not judged again/)).toBeInTheDocument();
    expect(await applies()).toEqual({ scope: 'replay' });
  });

  test('finished ones are judged again only since a date, without which nothing can be applied or checked', async () => {
    show();
    fireEvent.click(screen.getByRole('radio', { name: /those that ended since a date/ }));
    expect(screen.getByRole('button', { name: 'Apply' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Check what it would change' })).toBeDisabled();
    fireEvent.change(screen.getByLabelText('Ended after'), {
      target: { value: wallTime(NOW - 86_400_000) },
    });
    expect(await applies()).toEqual({ scope: 'closed', closedSince: NOW - 86_400_000 });
  });
});

describe('a dry run', () => {
  test('counts what would turn and lists the work items with before and after', async () => {
    answer('sla.startDryRun', () => ({ dryRun: run() }));
    show();
    check();
    expect(await screen.findByText(/40 work items checked, 12 SLAs in progress/)).toBeInTheDocument();
    expect(screen.getByText(/2 work items would change/)).toBeInTheDocument();
    const count = (label: string) =>
      screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent;
    expect(count('Breached at once')).toBe('1');
    expect(count('Met → breached')).toBe('1');
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(
      rows.map((row) =>
        within(row)
          .getAllByRole('cell')
          .map(({ textContent }) => textContent),
      ),
    ).toEqual([
      ['IT-2', 'Delivery', 'Met → breached', 'Met', expect.stringContaining('Breached')],
      [
        'IT-1',
        'Delivery',
        'Breached at once',
        expect.stringMatching(/15:00/),
        expect.stringMatching(/13:00/),
      ],
    ]);
    expect(payloadOf('sla.startDryRun')).toMatchObject({ version: 7, plan: { scope: 'future' } });
    expect(invocations.map(({ name }) => name)).not.toContain('sla.applyChange');
  });

  test('has tiles that make up all clocks that change, and work items that can be opened', async () => {
    const counts = { ...none, due: 3, breachedNow: 2, appears: 4 };
    answer('sla.startDryRun', () => ({ dryRun: run({ counts }) }));
    show();
    check();
    expect(await screen.findByText('9 SLAs in all:')).toBeInTheDocument();
    const tiles = screen.getAllByRole('definition').map(({ textContent }) => Number(textContent));
    expect(tiles.reduce((sum, count) => sum + count, 0)).toBe(9);
    expect(screen.getByRole('link', { name: 'IT-1' })).toHaveAttribute('href', '/browse/IT-1');
  });

  test('tells of a paused clock when it would be due if it went on now', async () => {
    const paused = (ifResumed: number) => ({ state: 'PAUSED', breached: false, ifResumed }) as const;
    const row = rowOf(1, { kind: 'due', before: paused(NOW), after: paused(NOW + 3_600_000) });
    answer('sla.startDryRun', () => ({ dryRun: run({ rows: [row] }) }));
    show();
    check();
    expect(await screen.findByText(/^Paused, due .*14:00.* if resumed now$/)).toBeInTheDocument();
    expect(screen.getByText(/^Paused, due .*15:00.* if resumed now$/)).toBeInTheDocument();
  });

  test('of a new SLA says at once on how many open work items it would start, by its name', async () => {
    const created = metricOf({ id: '8e4d5c1e-0000-4000-8000-000000000000', name: { en: 'Repair' } });
    const counts = { ...none, appears: 60, appearsLate: 10 };
    const row = rowOf(1, { metricId: created.id, kind: 'appearsLate', before: null });
    answer('sla.startDryRun', () => ({ dryRun: run({ openCycles: 70, counts, rows: [row] }) }));
    show({
      target: { section: 'metric', value: created },
      impact: 'conditions',
      scope: 'replay',
      differences: [],
    });
    expect(
      await screen.findByText('It would start on 70 open work items. 10 of them would be overdue at once.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('cell', { name: 'Repair' })).toBeInTheDocument();
    expect(screen.getAllByRole('radio').map((radio) => (radio as HTMLInputElement).value)).toEqual([
      'replay',
      'closed',
      'new',
    ]);
    expect(screen.queryByText(/old rule/)).not.toBeInTheDocument();
  });

  test('of a large site is followed while it runs', async () => {
    jest.useFakeTimers();
    answer('sla.startDryRun', () => ({
      dryRun: run({ state: 'running', checked: 10, total: 400, rows: [] }),
    }));
    answer('sla.dryRun', () => ({ dryRun: run({ checked: 400, total: 400, rows: [] }) }));
    show();
    check();
    await act(() => jest.advanceTimersByTimeAsync(10));
    expect(screen.getByText('10 of about 400 work items checked')).toBeInTheDocument();
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '10');
    await act(() => jest.advanceTimersByTimeAsync(1_600));
    expect(screen.getByText(/400 work items checked/)).toBeInTheDocument();
    expect(payloadOf('sla.dryRun')).toEqual({ id: 'run' });
  });

  test('that another took the place of says so, and can be started again', async () => {
    jest.useFakeTimers();
    answer('sla.startDryRun', () => ({ dryRun: run({ state: 'running' }) }));
    answer('sla.dryRun', () => ({ dryRun: null }));
    show();
    check();
    await act(() => jest.advanceTimersByTimeAsync(10));
    await act(() => jest.advanceTimersByTimeAsync(1_600));
    expect(screen.getByText(/the definitions changed or another check started/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Check again' })).toBeEnabled();
  });

  test('is forgotten when another scope is chosen', async () => {
    answer('sla.startDryRun', () => ({ dryRun: run() }));
    show();
    check();
    await screen.findByRole('table');
    fireEvent.click(screen.getByRole('radio', { name: 'New SLAs only' }));
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  test('that fails says why and leaves the change as it is', async () => {
    answer('sla.startDryRun', () => refusal({ code: 'JIRA_UNAVAILABLE', retryable: true }));
    show();
    check();
    expect(await screen.findByText('This could not be checked')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Apply' })).toBeEnabled();
  });
});

test('a change somebody else was faster with is told, and the dialog stays', async () => {
  answer('sla.applyChange', () => refusal({ code: 'CONFLICT' }));
  show();
  apply();
  expect(await screen.findByText('Not saved')).toBeInTheDocument();
  expect(done).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(closed).toHaveBeenCalled();
});
