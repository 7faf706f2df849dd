import { render, screen, within } from '@testing-library/react';
import type { Cycle, MetricResult, Segment } from '../../../src/sla/engine/model';
import { answerProduct, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import type { Told } from '../model/explain';
import { TimeShares } from './time-shares';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const HOUR = 3_600_000;
const segment = (from: number, to: number, more: Partial<Segment> = {}): Segment => ({
  from: from * HOUR,
  to: to * HOUR,
  type: 'running',
  holder: { assignee: 'ingrid', group: null },
  status: '3',
  calendarId: null,
  cause: { because: { trigger: { on: 'created' } } },
  ...more,
});
const segments = [
  segment(0, 1, { status: '1', holder: { assignee: null, group: null } }),
  segment(1, 5),
  segment(5, 8, { type: 'paused', status: '4' }),
  segment(8, 9, { type: 'offHours' }),
  segment(9, 10),
];

const show = (over: Partial<Cycle> = {}) => {
  const cycle = {
    n: 2,
    segments,
    goalDurationMs: 4 * HOUR,
    breachTime: 4 * HOUR,
    ...over,
  } as unknown as Cycle;
  const metric = {
    id: 'm',
    completedCycles: [{ n: 1, segments: [] }],
    ongoingCycle: cycle,
  } as unknown as MetricResult;
  const told = {
    names: { statuses: { 1: 'Open', 3: 'In progress', 4: 'Waiting' }, goals: {} },
    dayMs: null,
  } as unknown as Told;
  render(<TimeShares metric={metric} cycle={cycle} told={told} />);
};
const rowsOf = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

beforeEach(() => {
  resetBridge();
  answerProduct('/user?accountId=ingrid', { accountId: 'ingrid', displayName: 'Ingrid' });
  prepareSurface();
});

describe('where the time of a cycle went', () => {
  it('is told per status, pauses apart, off hours not at all', async () => {
    show();
    await screen.findByText('Ingrid');
    expect(rowsOf('Time per status')).toEqual([
      'Open1 h–25 %',
      'Waiting–3 h0 %',
      'In progressThe goal ran out here5 h–125 %',
    ]);
  });

  it('is told per assignee by name', async () => {
    show();
    expect(await screen.findByText('Ingrid')).toBeVisible();
    expect(rowsOf('Time per assignee')).toEqual([
      'Unassigned1 h–25 %',
      'IngridThe goal ran out here5 h3 h125 %',
    ]);
  });

  it('is told without shares where nothing is promised', async () => {
    show({ segments: [segment(0, 1, { status: '1' })], goalDurationMs: null, breachTime: undefined });
    await screen.findByText('Ingrid');
    expect(rowsOf('Time per status')).toEqual(['Open1 h––']);
  });
});
