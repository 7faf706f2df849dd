import { dateParam, instantParam, textParam } from '../../../src/kernel/finding';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { calendarOf, definitionsOf } from '../../../src/sla/engine/testing/build';
import { answer, invocations, payloadOf, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { countryOfZone } from './country-of-zone';
import { rightsOf } from '../rights';
import { showPage } from '../testing/show-page';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const definitions = definitionsOf(undefined, {
  calendars: [calendarOf()],
  holidaySets: [{ id: 'de', name: 'Germany', holidays: [] }],
  agreements: [
    { id: 'a', name: 'Company', kind: 'SLA', provider: 'IT', consumers: [], affectsParent: 'none' },
  ],
});
const rows = [
  {
    code: 'sla.stuck',
    severity: 'error',
    at: '',
    whose: 'issue:IT-7',
    params: { issueId: '107', at: instantParam(Date.UTC(2026, 10, 1, 8)) },
  },
  {
    code: 'sla.noNextYear',
    severity: 'warning',
    at: '',
    whose: 'calendar:berlin',
    params: { calendar: 'Berlin', year: '2027', count: 14 },
  },
  {
    code: 'sla.noGoal',
    severity: 'warning',
    at: '',
    whose: 'metric:m',
    params: { count: 12 },
    issues: ['IT-1', 'IT-2'],
  },
  {
    code: 'sla.definition.TARGET_ZERO',
    severity: 'error',
    at: '',
    whose: 'metric:m',
    params: { goal: 'Fast' },
  },
  {
    code: 'item.noOwner',
    severity: 'error',
    at: '',
    whose: 'item:laptop',
    params: { item: textParam({ en: 'Laptop', ru: 'Ноутбук' }), count: 1 },
  },
  {
    code: 'sla.agreementReview',
    severity: 'warning',
    at: '',
    whose: 'agreement:a',
    params: { name: 'Company', date: dateParam('2026-11-01') },
  },
  {
    code: 'sla.definition.BAD_DATE',
    severity: 'error',
    at: '',
    whose: 'holidaySet:de',
    params: {},
  },
  { code: 'sla.safeMode', severity: 'warning', at: '', whose: 'sla', params: {} },
];
const changed: unknown[] = [];

const show = (canMend = true) => {
  answer('settings.health', () => ({ rows }));
  showPage('health', {
    definitions,
    rights: { ...rightsOf({ roles: [], jiraAdmin: canMend }), readSla: true },
    onChanged: (next) => void changed.push(next),
  });
};

beforeEach(() => {
  resetBridge();
  prepareSurface();
  changed.length = 0;
});

test('every row says what is wrong, what to do, and leads to the place', async () => {
  show();
  expect(await screen.findByText(/^12 open work items match no goal/)).toBeInTheDocument();
  expect(screen.getByText(/^Add a goal for all remaining work items/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'IT-2' })).toBeInTheDocument();
  const leads = screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
  expect(leads).toEqual([
    ['Berlin', '/calendars/berlin'],
    ['Delivery', '/metrics/m'],
    ['Delivery', '/metrics/m'],
    ['Laptop', '/items/laptop'],
    ['Company', '/agreements/a'],
    ['Germany', '/holiday-sets/de'],
    ['Notifications', '/notifications'],
  ]);
});

test('a broken rule is told with the names it is about', async () => {
  show();
  expect(await screen.findByText(/^The target of goal “Fast” is 0 or less/)).toBeInTheDocument();
});

test('a stuck clock is recomputed', async () => {
  const user = userEvent.setup();
  answer('sla.recompute', () => ({ changed: true }));
  show();
  await user.click(await screen.findByRole('button', { name: 'Recompute' }));
  expect(invocations.find(({ name }) => name === 'sla.recompute')?.payload).toEqual({ issueId: '107' });
});

test('next year’s holidays are looked at, then proposed as a change', async () => {
  const user = userEvent.setup();
  answer('sla.assessChange', () => ({ impact: 'goals', scope: 'future', problems: [], differences: [] }));
  answer('sla.applyChange', () => ({ definitions, problems: [], recalculation: null }));
  show();
  await user.click(
    await screen.findByRole('button', { name: 'Show the holidays of 2027' }, { timeout: 15_000 }),
  );
  await user.selectOptions(screen.getByLabelText('Public holidays of'), 'DE');
  await user.click(screen.getByLabelText(/25 Dec 2027/));
  await user.click(screen.getByRole('button', { name: /^Add \d+ holidays$/ }));
  const dialog = within(await screen.findByRole('dialog', undefined, { timeout: 15_000 }));
  await user.click(dialog.getByRole('button', { name: 'Apply' }));
  const { target, version } = payloadOf('sla.applyChange') as {
    target: { value: { id: string; holidays: readonly { date: string }[] } };
    version: number;
  };
  const calendar = target.value;
  expect({ version, id: calendar.id }).toEqual({ version: 1, id: 'berlin' });
  expect(calendar.holidays.map(({ date }) => date)).toContain('2027-10-03');
  expect(calendar.holidays.map(({ date }) => date)).not.toContain('2027-12-25');
  await waitFor(() => expect(changed).toEqual([definitions]));
});

test('whoever may not edit sees the rows without buttons to mend them', async () => {
  show(false);
  expect(await screen.findByText(/^12 open work items/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Recompute' })).not.toBeInTheDocument();
  expect(screen.getByText('Laptop')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Laptop' })).not.toBeInTheDocument();
});

test('a zone is told by the country it belongs to, where the browser knows', () => {
  const known = countryOfZone('Europe/Berlin', ['FR', 'DE']);
  expect([undefined, 'DE']).toContain(known);
  expect(countryOfZone('Mars/Olympus', ['FR', 'DE'])).toBeUndefined();
});

test('a work item the viewer may not browse is not named', async () => {
  answer('settings.health', () => ({
    rows: [{ code: 'sla.stuck', severity: 'error', at: '', whose: 'issue:', params: { issueId: '107' } }],
  }));
  showPage('health', { definitions });
  expect(await screen.findByText('A work item you don’t have access to')).toBeInTheDocument();
});
