import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { errorIn, type Finding, warningIn } from '../../../src/kernel/finding';
import type { MetricDefinition } from '../../../src/sla/engine/model';
import { calendarOf, definitionsOf, goalOf, is, metricOf } from '../../../src/sla/engine/testing/build';
import { answerProduct, requests, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { fieldCatalog } from '../model/field-catalog';
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

const show = (parts: Partial<MetricDefinition> = {}, problems: readonly Finding[] = []) => {
  const edited = { ...metric, ...parts };
  render(
    <MetricEditor
      metric={edited}
      definitions={definitionsOf([edited], { calendars: [calendarOf()] })}
      catalog={catalog}
      problems={problems}
      readOnly={false}
      saving={false}
      onSave={saved}
      onCancel={() => undefined}
    />,
  );
};
const save = () => {
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  return saved.mock.calls.at(-1)?.[0];
};
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('goals are reordered with buttons, and the move is announced', () => {
  show();
  fireEvent.click(screen.getByRole('button', { name: 'Move down: goal 1 high' }));
  expect(screen.getByText('goal 1 high: now 2 of 2')).toBeInTheDocument();
  expect(save()?.goals.map(({ id }) => id)).toEqual(['8h', 'high']);
});

test('goals are reordered by drag', () => {
  show();
  const cards = screen.getAllByRole('listitem').filter((each) => within(each).queryByLabelText(/, name$/));
  const [first, second] = cards;
  const handle = first?.querySelector('[draggable]');
  if (!first || !second || !handle) throw new Error('no goals');
  const dataTransfer = { setData: jest.fn(), setDragImage: jest.fn() };
  fireEvent.dragStart(handle, { dataTransfer });
  fireEvent.dragOver(second, { dataTransfer });
  fireEvent.drop(second, { dataTransfer });
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
  choose('Goal 1, unit', 'relative');
  choose('Goal 1, until', 'time');
  expect(screen.getByText(/^Started now, due .*16:00/)).toBeInTheDocument();
  expect(save()?.goals[0]?.target).toEqual({ kind: 'relative', days: 1, by: '16:00' });
});

test('a field chooses the calendar, with a fallback', () => {
  show({ goals: [goalOf(8)] });
  choose('Goal 1, calendar', 'by-field');
  choose('Goal 1, field that chooses the calendar', 'priority');
  fireEvent.click(screen.getByRole('button', { name: 'Add value' }));
  choose('Goal 1, value 1', '1');
  choose('Goal 1, calendar for anything else', '24x7');
  expect(save()?.goals[0]?.calendar).toEqual({
    kind: 'field',
    field: 'priority',
    map: { '1': 'berlin' },
    fallback: null,
  });
});

test('retiring, cancelling and the order of actions are behind More rules', async () => {
  show();
  fireEvent.click(screen.getByRole('button', { name: 'More rules' }));
  await screen.findByLabelText('In force', undefined, LAZY);
  choose('In force', 'cancel');
  choose('A cycle is cancelled', 'startNoLongerHolds');
  choose('The clock is reset', 'invalidate');
  fireEvent.click(screen.getByRole('button', { name: 'Move up: stop' }));
  expect(save()).toMatchObject({
    active: true,
    retired: { open: 'cancel' },
    cancel: { when: 'startNoLongerHolds' },
    reset: { finished: 'invalidate' },
    order: ['stop', 'cancel', 'reset', 'pause', 'resume', 'start'],
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
