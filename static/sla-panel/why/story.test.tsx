import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Fact, MetricDefinition } from '../../../src/sla/engine/model';
import { DEFAULT_DISPLAY } from '../../../src/sla/definitions/domain/display/schema';
import {
  at,
  commentAt,
  definitionsOf,
  fieldAt,
  goalOf,
  historyOf,
  is,
  metricOf,
  statusAt,
} from '../../../src/sla/engine/testing/build';
import { answer, answerProduct, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { viewOfSource } from '../model/exact-view';
import { Story } from './story';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const may = { pause: false, extend: false, excuse: false };
const issue = { id: '10001', key: 'HELP-1' };
const statuses = { Open: 'Open', Work: 'In progress', Waiting: 'Waiting' };

interface Told {
  readonly facts: readonly Fact[];
  readonly now: string;
  readonly metric?: Partial<MetricDefinition>;
  readonly initial?: Readonly<Record<string, readonly string[]>>;
}

/** The story of the newest cycle of an issue that Anna made on Monday, 1 June 2026, at 10:00 in Berlin. */
function tell({ facts, now, metric = {}, initial = {} }: Told): void {
  const definitions = definitionsOf(metricOf(metric), {
    display: { ...DEFAULT_DISPLAY, forecasts: false, groupField: null },
  });
  const history = historyOf('2026-06-01T10:00', facts, initial);
  const view = viewOfSource({ definitions, history, changelog: [], names: { statuses } }, null, at(now));
  const [line] = view.lines;
  const told = line && view.toldOf(line);
  if (line?.exact === undefined || !told) throw new Error('Nothing is measured.');
  const sentence = view.sentenceOf(line);
  render(<Story {...{ line, exact: line.exact, told, sentence, issue }} onChanged={() => undefined} />);
}

const bands = () => within(screen.getByRole('group', { name: 'Timeline' })).getAllByRole('button');
const steps = () =>
  within(screen.getByRole('list', { name: 'What happened' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
const rowsOf = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

const waited = [
  statusAt('2026-06-01T12:00', 'Open', 'Waiting'),
  statusAt('2026-06-01T14:00', 'Waiting', 'Work'),
];

beforeEach(() => {
  resetBridge();
  answer('sla.issue', () => ({ version: 1, facts: [], may, limits: { pauseHours: 1, extendHours: 1 } }));
  answerProduct('/user?accountId=anna', { accountId: 'anna', displayName: 'Anna' });
  answerProduct('/user?accountId=ingrid', { accountId: 'ingrid', displayName: 'Ingrid' });
  answerProduct('/priority/search', { values: [{ id: '1', name: 'High' }], isLast: true });
  prepareSurface({ zone: 'Europe/Berlin' });
});

describe('the timeline of a cycle', () => {
  it('is reached by one tab stop, and told part by part with the arrow keys', async () => {
    tell({ facts: waited, now: '2026-06-01T16:00' });
    expect(bands().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1]);
    act(() => bands()[0]?.focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(bands()[1]).toHaveFocus();
    expect(bands()[1]).toHaveAccessibleName(
      'Paused 2 h: waiting for the requester. Mon 1 Jun, 12:00 – 14:00. the status changed to “Waiting”',
    );
    expect(screen.getByText(/^Paused 2 h: waiting for the requester · Mon 1 Jun, 12:00/)).toBeVisible();
    await userEvent.keyboard('{End}');
    expect(bands()[3]).toHaveAccessibleName(/^Until due\. Mon 1 Jun, 16:00 – Tue 2 Jun, 12:00$/);
    await userEvent.keyboard('{Home}{ArrowLeft}');
    expect(bands()[0]).toHaveFocus();
  });

  it('marks when it was due and breached, and says what came after', () => {
    tell({ facts: [], now: '2026-06-02T12:00' });
    expect(screen.getByText('Due, Breached').parentElement).toHaveTextContent('Tue 2 Jun, 10:00');
    expect(screen.getByText('Now').parentElement).toHaveTextContent('Tue 2 Jun, 12:00');
    expect(bands().at(-1)).toHaveAccessibleName(/^Counted 2 h, after the breach/);
    expect(screen.getByText('After the breach')).toBeVisible();
    expect(steps().at(-1)).toBe('Tue 2 Jun, 10:00Breached');
  });

  it('shows a day of itself, and the same as a table', async () => {
    tell({ facts: waited, now: '2026-06-02T09:30' });
    await userEvent.click(screen.getByRole('button', { name: 'Table' }));
    expect(rowsOf('Timeline')).toHaveLength(9);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Tue 2 Jun');
    expect(rowsOf('Timeline')).toEqual([
      expect.stringMatching(/^Tue 2 Jun, 00:00.*09:00Off hours, nothing counted/),
      expect.stringMatching(/09:00.*09:30Counted 30 min/),
      'Tue 2 Jun, 09:30Now',
      expect.stringMatching(/09:30.*12:00Until due/),
      'Tue 2 Jun, 12:00Due',
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Line' }));
    expect(bands()).toHaveLength(3);
  });
});

describe('what happened', () => {
  const goals = [goalOf(4, is('priority', '1'), 'Urgent'), goalOf(8)];

  it('is told once, with what it followed from and who did it, in the words of Jira', async () => {
    const facts = [fieldAt('2026-06-01T11:00', 'priority', ['1'])];
    tell({ facts, now: '2026-06-01T12:00', metric: { goals }, initial: { priority: ['3'] } });
    const changed = await screen.findByText(/^the priority changed to High/);
    expect(changed).toHaveTextContent('the priority changed to High · Anna');
    expect(steps()).toEqual([
      expect.stringMatching(/^Mon 1 Jun, 10:00Started: 8h/),
      expect.stringMatching(/^Mon 1 Jun, 11:00Goal changed: Urgent/),
    ]);
  });

  it('leaves out updates that changed nothing, until they are asked for', async () => {
    const facts = [commentAt('2026-06-01T11:00', 'requester'), ...waited];
    tell({ facts, now: '2026-06-01T16:00' });
    expect(steps()).toHaveLength(3);
    await userEvent.click(screen.getByLabelText('Show updates that changed nothing (1)'));
    expect(steps()).toHaveLength(4);
    expect(await screen.findByText(/^the requester commented/)).toHaveTextContent(
      'the requester commented · Anna',
    );
    expect(steps()[1]).toMatch(/^Mon 1 Jun, 11:00Changed nothing here/);
  });
});

describe('where the time of a cycle went', () => {
  const held = [
    fieldAt('2026-06-01T11:00', 'assignee', ['ingrid']),
    statusAt('2026-06-01T11:00', 'Open', 'Work'),
    statusAt('2026-06-01T13:00', 'Work', 'Waiting'),
    statusAt('2026-06-01T15:00', 'Waiting', 'Work'),
  ];

  it('is told per status, or per assignee by name, pauses apart, off hours not at all', async () => {
    tell({ facts: held, now: '2026-06-02T09:00' });
    await screen.findByRole('table', { name: 'Time per status' });
    expect(rowsOf('Time per status')).toEqual(['Open1 h–12 %', 'Waiting–2 h0 %', 'In progress4 h–50 %']);
    await userEvent.click(screen.getByRole('button', { name: 'Assignee' }));
    await screen.findByText('Ingrid');
    expect(rowsOf('Time per assignee')).toEqual(['Unassigned1 h–12 %', 'Ingrid4 h2 h50 %']);
  });

  it('begins with who answers for a breach', async () => {
    tell({ facts: held, now: '2026-06-02T16:00' });
    await screen.findByText('Ingrid');
    expect(rowsOf('Time per assignee')).toEqual([
      'Unassigned1 h–12 %',
      expect.stringMatching(/^IngridBreached hereResponsible for the breach: .* no OLA/),
    ]);
  });

  it('is told without shares where nothing is promised', async () => {
    tell({
      facts: [],
      now: '2026-06-01T11:00',
      metric: { goals: [{ ...goalOf(1), target: { kind: 'none' } }] },
    });
    await screen.findByRole('table', { name: 'Time per status' });
    expect(rowsOf('Time per status')).toEqual(['Open1 h––']);
  });
});
