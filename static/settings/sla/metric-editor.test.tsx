import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { errorIn, type Finding, warningIn } from '../../../src/kernel/finding';
import type { CalendarDefinition, MetricDefinition } from '../../../src/sla/engine/model';
import { calendarOf, definitionsOf, goalOf, is, metricOf } from '../../../src/sla/engine/testing/build';
import { At } from '../../kit/testing/at';
import { dragTo } from '../../kit/testing/drag';
import { answerProduct, requests, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { type FieldCatalog, fieldCatalog } from '../model/field-catalog';
import { newMetric } from '../model/new-metric';
import { MetricEditor } from './metric-editor';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const catalog = fieldCatalog(
  [
    { value: 'status', label: 'Status' },
    { value: 'priority', label: 'Priority' },
  ],
  {
    project: [{ value: '10000', label: 'Support' }],
    priority: [{ value: '1', label: 'Highest' }],
    status: [{ value: 'Done', label: 'Done' }],
  },
);
const calendars = [calendarOf(), calendarOf({ id: 'night', name: 'Night' })];
const metric: MetricDefinition = metricOf({ goals: [goalOf(4, is('priority', '1'), 'high'), goalOf(8)] });
const saved = jest.fn<void, [MetricDefinition]>();
const LAZY = { timeout: 15_000 };

beforeEach(() => {
  resetBridge();
  prepareSurface();
  saved.mockClear();
  answerProduct('/groups/picker', { groups: [{ name: 'duty', groupId: 'g-1' }] });
  answerProduct('/issueLinkType', {
    issueLinkTypes: [{ name: 'Blocks', inward: 'is blocked by', outward: 'blocks' }],
  });
  answerProduct('/rest/api/3/field', [
    { id: 'duedate', name: 'Due date', schema: { type: 'date' } },
    { id: 'cf1', name: 'Duty officer', schema: { type: 'user' } },
  ]);
  answerProduct('/role', { Managers: 'https://example.atlassian.net/rest/api/3/project/1/role/10' });
});

const show = (
  parts: Partial<MetricDefinition> = {},
  problems: readonly Finding[] = [],
  known: FieldCatalog = catalog,
) => {
  const edited = { ...metric, ...parts };
  return render(
    <At path="/metrics/m">
      <MetricEditor
        metric={edited}
        definitions={definitionsOf([edited], { calendars })}
        catalog={known}
        problems={problems}
        readOnly={false}
        saving={false}
        onSave={saved}
        onCancel={() => undefined}
      />
    </At>,
  );
};
const openGoal = (n: number) =>
  fireEvent.click(screen.getByRole('button', { name: new RegExp(`^Edit goal ${n}:`) }));
const save = () => {
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  return saved.mock.calls.at(-1)?.[0];
};
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'select' }), { target: { value } });

test('goals are reordered with buttons, and the move is announced', () => {
  show();
  fireEvent.click(screen.getByRole('button', { name: 'Move down: goal 1 high' }));
  expect(screen.getByText('goal 1 high: now 2 of 2')).toBeInTheDocument();
  expect(save()?.goals.map(({ id }) => id)).toEqual(['8h', 'high']);
});

test('goals are reordered by drag', async () => {
  show();
  const [first, second] = screen
    .getAllByRole('button', { name: /^Edit goal/ })
    .map((edit) => edit.closest('li'));
  await dragTo(first, second);
  expect(save()?.goals.map(({ id }) => id)).toEqual(['8h', 'high']);
});

test('an escalation level tells a group chosen by its name', async () => {
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Add level' }, LAZY));
  choose('Level 1, when', 'beforeDue');
  choose('Add recipient', 'group');
  const search = await screen.findByRole('combobox', { name: 'Which: Group' }, LAZY);
  fireEvent.change(search, { target: { value: 'dut' } });
  fireEvent.keyDown(await screen.findByText('duty'), { key: 'Enter' });
  expect(await screen.findByText('Group duty')).toBeInTheDocument();
  choose('Add an action to level 1', 'label');
  fireEvent.change(screen.getByLabelText('Label'), { target: { value: 'running late' } });
  expect(save()?.escalations).toMatchObject([
    {
      at: { kind: 'beforeDue', ms: 3_600_000, clock: 'calendar' },
      actions: [
        { kind: 'comment', to: [{ kind: 'assignee' }, { kind: 'group', groupId: 'g-1', name: 'duty' }] },
        { kind: 'label', label: 'running-late' },
      ],
    },
  ]);
});

test('the usual levels come with one click', async () => {
  show();
  fireEvent.click(await screen.findByRole('button', { name: /Use the usual levels/ }, LAZY));
  expect(save()?.escalations.map(({ at }) => at.kind === 'percent' && at.percent)).toEqual([
    75, 100, 125, 150, 200,
  ]);
});

describe('groups of who comments', () => {
  const DUTY = '276f955c-63d7-42c8-9520-92d01dca0625';
  const commented = (...groups: readonly string[]): Partial<MetricDefinition> => ({
    stop: [{ on: 'commented', by: ['agent'], audience: 'public', ...(groups.length > 0 ? { groups } : {}) }],
  });
  const author = () => within(screen.getByRole('group', { name: 'Groups of the author' }));

  test('are found by name and stored by id', async () => {
    answerProduct('/groups/picker', { groups: [{ name: 'duty', groupId: DUTY }] });
    answerProduct('/group/bulk', { values: [{ name: 'duty', groupId: DUTY }] });
    show(commented());
    const search = await author().findByRole('combobox', { name: 'Add to Groups of the author' }, LAZY);
    fireEvent.change(search, { target: { value: 'dut' } });
    fireEvent.keyDown(await screen.findByText('duty'), { key: 'Enter' });
    expect(await author().findByRole('button', { name: 'Remove duty' })).toBeInTheDocument();
    expect(save()?.stop).toMatchObject([{ groups: [DUTY] }]);
    expect(requests).toContain('/rest/api/3/groups/picker?query=dut&maxResults=50');
  });

  test('are called what they are called today, and one that is gone says so', async () => {
    answerProduct('/group/bulk', { values: [{ name: 'duty officers', groupId: DUTY }] });
    show(commented(DUTY, 'doty'));
    expect(await author().findByText('duty officers')).toBeInTheDocument();
    expect(await author().findByText('doty (not in Jira)')).toBeInTheDocument();
    expect(author().getByText(/Remove it and choose another/)).toBeInTheDocument();
    expect(screen.getByText(/an agent of duty officers or doty comments publicly/)).toBeInTheDocument();
    fireEvent.click(author().getByRole('button', { name: 'Remove doty' }));
    expect(save()?.stop).toMatchObject([{ groups: [DUTY] }]);
  });

  test('are no condition any more when the last one is removed', () => {
    show(commented('duty'));
    fireEvent.click(author().getByRole('button', { name: 'Remove duty' }));
    expect(save()?.stop).toEqual([{ on: 'commented', by: ['agent'], audience: 'public' }]);
  });

  test('stand as the definition names them where Jira does not tell', async () => {
    answerProduct('/group/bulk', { errorMessages: ['no'] }, 403);
    show(commented('duty'));
    await waitFor(() => expect(requests.some((path) => path.includes('/group/bulk'))).toBe(true));
    expect(author().getByText('duty')).toBeInTheDocument();
    expect(screen.queryByText(/not in Jira/)).not.toBeInTheDocument();
  });
});

test('conditions nest', () => {
  show();
  const scope = within(screen.getByRole('group', { name: 'Conditions' }));
  fireEvent.click(scope.getByRole('button', { name: 'Add condition' }));
  fireEvent.click(scope.getByRole('button', { name: 'Add group' }));
  fireEvent.change(scope.getByLabelText('How the conditions combine 2'), { target: { value: 'none' } });
  const nested = within(scope.getByRole('group', { name: 'Group 2' }));
  fireEvent.change(nested.getByLabelText('Comparison'), { target: { value: 'set' } });
  expect(save()?.scope).toEqual({
    all: [{ field: 'status', op: 'in', values: [] }, { not: { any: [{ field: 'status', op: 'set' }] } }],
  });
});

test('a target may be the end of a business day, with an example', () => {
  show({ goals: [goalOf(8)] });
  openGoal(1);
  choose('Goal 1, unit', 'relative');
  choose('Goal 1, until', 'time');
  expect(screen.getByText(/^due .*16:00/)).toBeInTheDocument();
  expect(save()?.goals[0]?.target).toEqual({ kind: 'relative', days: 1, by: '16:00' });
});

describe('the goals', () => {
  test('are read without opening one: for which work items, how long, in which hours, due when', () => {
    const night = { kind: 'fixed', calendarId: 'night' } as const;
    show({
      goals: [{ ...goalOf(4, is('priority', '1'), 'high'), name: 'High', calendar: night }, goalOf(8)],
    });
    const [first, second] = screen
      .getAllByRole('button', { name: /^Edit goal/ })
      .map((edit) => edit.closest('li')?.textContent);
    expect(first).toMatch(/High.*Priority is Highest.*4 h.*Night.*due /);
    expect(second).toMatch(/All remaining work items.*8 h.*Berlin.*due/);
    expect(screen.queryByLabelText('Goal 1, amount')).not.toBeInTheDocument();
  });

  test('open and close with the keyboard', async () => {
    const user = userEvent.setup();
    show();
    const edit = screen.getByRole('button', { name: /^Edit goal 2:/ });
    edit.focus();
    await user.keyboard('{Enter}');
    await user.tab();
    expect(edit).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByLabelText('Goal 2, amount')).toBeVisible();
    edit.focus();
    await user.keyboard('{Enter}');
    expect(screen.queryByLabelText('Goal 2, amount')).not.toBeInTheDocument();
  });

  test('get new ones before the one for everything else, open, and not said to be for all', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Add goal' }));
    expect(screen.getByLabelText('Goal 2, amount')).toBeVisible();
    expect(
      screen.getByRole('button', { name: /^Edit goal 2: Priority is \(not chosen yet\)/ }),
    ).toBeVisible();
    expect(save()?.goals.map(({ id }) => id)).toEqual(['high', expect.any(String), '8h']);
  });

  test('are called by their condition until somebody names them; the target is no part of it', () => {
    const addCondition = () =>
      fireEvent.click(
        within(screen.getByRole('group', { name: 'Goal 1 applies when' })).getByRole('button', {
          name: 'Add condition',
        }),
      );
    show({ goals: [{ ...goalOf(8), name: 'All remaining work items' }] });
    openGoal(1);
    addCondition();
    fireEvent.change(screen.getByLabelText('Goal 1, amount'), { target: { value: '3' } });
    expect(save()?.goals[0]?.name).toMatch(/^Status is/);
    fireEvent.change(screen.getByLabelText('Goal 1, name'), { target: { value: 'Urgent' } });
    addCondition();
    expect(save()?.goals[0]?.name).toBe('Urgent');
  });
});

describe('the calendar', () => {
  test('stands once for the metric, and again only at a goal that differs', () => {
    show();
    choose('Calendar', 'night');
    openGoal(1);
    expect(screen.getByLabelText('Goal 1, calendar')).toHaveDisplayValue('As the SLA: Night');
    choose('Goal 1, calendar', '24x7');
    expect(save()).toMatchObject({
      calendar: { kind: 'fixed', calendarId: 'night' },
      goals: [{ calendar: { kind: 'fixed', calendarId: null } }, {}],
    });
    expect(save()?.goals[1]).not.toHaveProperty('calendar');
    choose('Goal 1, calendar', 'standard');
    expect(save()?.goals[0]).not.toHaveProperty('calendar');
  });

  test('may be chosen by a field, with a fallback, once for all goals', () => {
    show();
    choose('Calendar', 'by-field');
    choose('Calendar: field that chooses it', 'priority');
    fireEvent.click(screen.getByRole('button', { name: 'Add value' }));
    choose('Calendar: value 1', '1');
    choose('Calendar for anything else', '24x7');
    expect(screen.getByText('Highest → Berlin; otherwise 24×7')).toBeInTheDocument();
    expect(save()).toMatchObject({
      calendar: { kind: 'field', field: 'priority', map: { '1': 'berlin' }, fallback: null },
    });
  });
});

test('what few people need is folded, with what is set in it, and opens by itself for a finding there', async () => {
  show({ undoStopMs: 3_600_000 }, [errorIn('TOO_SMALL', 'metric:m', 'graceMs', { limit: 0 })]);
  expect(
    screen.getByText(/^A pause ends when no pause condition is true any more; A cycle is cancelled never/),
  ).toBeVisible();
  expect(screen.queryByLabelText('A cycle is cancelled')).not.toBeInTheDocument();
  await waitFor(() => expect(screen.getByLabelText('Grace in minutes')).toHaveFocus());
});

test('retiring, cancelling and the order of actions are for experts', () => {
  show();
  fireEvent.click(screen.getByRole('button', { name: 'In force' }));
  choose('In force', 'cancel');
  fireEvent.click(screen.getByRole('button', { name: 'Resuming, cancelling, resetting' }));
  choose('A cycle is cancelled', 'startNoLongerHolds');
  choose('The SLA is reset', 'invalidate');
  fireEvent.click(screen.getByRole('button', { name: 'Move up: stop' }));
  expect(save()).toMatchObject({
    active: true,
    retired: { open: 'cancel' },
    cancel: { when: 'startNoLongerHolds' },
    reset: { finished: 'invalidate' },
    order: ['stop', 'cancel', 'reset', 'pause', 'resume', 'start'],
  });
});

describe('a new SLA', () => {
  const draft = (of: readonly CalendarDefinition[], known: FieldCatalog) => newMetric('m', of, known);

  test('begins on one space and the only calendar there is', () => {
    const known = fieldCatalog([], { projectId: [{ value: '10000', label: 'Support' }] });
    expect(draft([calendarOf()], known)).toMatchObject({
      scope: is('projectId', '10000'),
      calendar: { kind: 'fixed', calendarId: 'berlin' },
    });
  });

  test('counts day and night, and says so, where there is no calendar', () => {
    show(draft([], catalog));
    expect(screen.getByLabelText('Calendar')).toHaveDisplayValue('24×7, around the clock');
  });

  test('begins with one of the usual clocks, and keeps a name that somebody gave it', () => {
    const known = fieldCatalog([], { projectId: [{ value: '10000', label: 'Support' }] });
    show(draft([calendarOf()], known), [], known);
    choose('Begin with', 'pickUp');
    expect(screen.getByLabelText('Name (English)')).toHaveValue('Pick-up');
    fireEvent.change(screen.getByLabelText('Name (English)'), { target: { value: 'Answer' } });
    choose('Begin with', 'nextResponse');
    expect(save()).toMatchObject({
      name: { en: 'Answer' },
      start: [{ on: 'commented', by: ['requester'] }],
      scope: is('projectId', '10000'),
      goals: [{ target: { kind: 'duration', ms: 28_800_000 } }],
    });
  });

  test('asks which space and which calendar where there are several, before anything is saved', async () => {
    const spaces = ['Support', 'Finance'].map((label, n) => ({ value: String(n), label }));
    const known = fieldCatalog([], { projectId: spaces });
    show(draft(calendars, known), [], known);
    expect(save()).toBeUndefined();
    expect(screen.getAllByText(/Choose the space it measures/)).not.toHaveLength(0);
    expect(screen.getAllByText(/Choose the calendar it counts on/)).not.toHaveLength(0);
    expect(screen.getByLabelText('Space')).toHaveFocus();
    choose('Space', '1');
    choose('Calendar', 'night');
    expect(save()).toMatchObject({ scope: is('projectId', '1'), calendar: { calendarId: 'night' } });
  });
});

test('a problem stands at its field and gets the focus; a warning blocks nothing', async () => {
  show({}, [
    errorIn('TARGET_ZERO', 'metric:m', 'goals.1.target', { goal: 'Fast' }),
    warningIn('STARTS_PAUSED', 'metric:m', 'pause.0'),
  ]);
  await waitFor(() => expect(screen.getByLabelText('Goal 2, amount')).toHaveFocus());
  const place = screen.getByLabelText('Goal 2, amount').closest('[data-problem-path]');
  expect(place).toHaveTextContent('The target of goal “Fast” is 0 or less. Enter a time, or measure only.');
  expect(save()).toBeDefined();
});
