import { act, fireEvent, render, screen, within } from '@testing-library/react';
import type { EscalationLevel } from '../../../src/sla/engine/model';
import { answerProduct, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { fieldCatalog } from '../model/field-catalog';
import { EscalationsEditor } from './escalations-editor';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const LAZY = { timeout: 15_000 };
const HOUR = 3_600_000;
const catalog = fieldCatalog([{ value: 'priority', label: 'Priority' }], {
  priority: [{ value: '1', label: 'Highest' }],
  status: [{ value: '3', label: 'In Progress' }],
  project: [
    { value: '10000', label: 'Support' },
    { value: '10001', label: 'Vendors' },
  ],
});
const level = (over: Partial<EscalationLevel> = {}): EscalationLevel => ({
  id: 'l1',
  name: 'Warning',
  at: { kind: 'percent', percent: 75 },
  actions: [{ kind: 'comment', to: [{ kind: 'assignee' }] }],
  ...over,
});

let now: readonly EscalationLevel[];
/** Renders the levels, and again whatever the editor makes of them. What the site has is read meanwhile. */
async function show(levels: readonly EscalationLevel[], readOnly = false): Promise<void> {
  const editor = (edited: readonly EscalationLevel[]) => (
    <EscalationsEditor
      levels={(now = edited)}
      catalog={catalog}
      readOnly={readOnly}
      onChange={(next) => rerender(editor(next))}
    />
  );
  const { rerender } = render(editor(levels));
  await settle();
}
const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 0)));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const add = (kind: string) => choose('Add an action to level 1', kind);
const last = () => now[0]?.actions.at(-1);

beforeEach(() => {
  resetBridge();
  prepareSurface();
  answerProduct('/groups/picker', { groups: [] });
  answerProduct('/issueLinkType', {
    issueLinkTypes: [{ name: 'Blocks', inward: 'is blocked by', outward: 'blocks' }],
  });
  answerProduct('/rest/api/3/field', [{ id: 'cf1', name: 'Duty officer', schema: { type: 'user' } }]);
  answerProduct('/role', { Managers: 'https://example.atlassian.net/rest/api/3/project/1/role/10' });
  answerProduct('/createmeta/10001/issuetypes', { issueTypes: [{ id: '7', name: 'Problem' }] });
});

describe('when a level acts', () => {
  it('is a share of the target, or a time around the due time that keeps its length and its clock', async () => {
    await show([level()]);
    fireEvent.change(screen.getByLabelText('Level 1, percent'), { target: { value: '90' } });
    expect(now[0]?.at).toEqual({ kind: 'percent', percent: 90 });
    choose('Level 1, when', 'beforeDue');
    choose('Level 1, kind of time', 'wall');
    choose('Level 1, when', 'afterDue');
    expect(now[0]?.at).toEqual({ kind: 'afterDue', ms: HOUR, clock: 'wall' });
  });

  it('is once, or again and again; saying once drops how often and nothing else', async () => {
    await show([level({ quiet: 'ignore' })]);
    choose('Level 1, repetition', 'again');
    expect(now[0]).toMatchObject({ repeatEveryMs: HOUR, quiet: 'ignore' });
    choose('Level 1, repetition', 'once');
    expect(now[0]).toEqual(level({ quiet: 'ignore' }));
  });

  it('waits in quiet hours unless the level says otherwise', async () => {
    await show([level()]);
    expect(screen.getByLabelText('Level 1, quiet hours')).toHaveValue('hold');
    choose('Level 1, quiet hours', 'ignore');
    expect(now[0]?.quiet).toBe('ignore');
  });
});

describe('what a level does', () => {
  it.each([
    ['notify', { kind: 'notify', to: [{ kind: 'assignee' }] }],
    ['assign', { kind: 'assign', to: { kind: 'slaManagers' } }],
    ['priority', { kind: 'priority', priorityId: '' }],
    ['transition', { kind: 'transition', toStatusId: '' }],
    ['label', { kind: 'label', label: '' }],
    ['createLinked', { kind: 'createLinked', projectId: '', issueTypeId: '', linkType: '', summary: '' }],
    ['property', { kind: 'property', key: 'pledge-escalation' }],
  ])('can be %s', async (kind, action) => {
    await show([level()]);
    add(kind);
    await settle();
    expect(now[0]?.actions).toEqual([level().actions[0], action]);
  });

  it('is chosen from what Jira has: a priority, a status', async () => {
    await show([level({ actions: [] })]);
    add('priority');
    choose('New priority', '1');
    add('transition');
    choose('New status', '3');
    expect(now[0]?.actions).toEqual([
      { kind: 'priority', priorityId: '1' },
      { kind: 'transition', toStatusId: '3' },
    ]);
    press('Remove from level 1: Change priority');
    expect(now[0]?.actions).toEqual([{ kind: 'transition', toStatusId: '3' }]);
  });

  it('assigns to one person: the next choice takes the place of the last', async () => {
    await show([level({ actions: [] })]);
    add('assign');
    choose('Choose who', 'manager');
    expect(last()).toEqual({ kind: 'assign', to: { kind: 'manager' } });
  });

  it('creates a linked work item of a type that its space has', async () => {
    await show([level({ actions: [] })]);
    add('createLinked');
    expect(screen.getByLabelText('Work type')).toBeDisabled();
    choose('Jira space', '10001');
    await screen.findByRole('option', { name: 'Problem' }, LAZY);
    choose('Work type', '7');
    fireEvent.change(screen.getByLabelText('Summary'), { target: { value: 'Vendor is late' } });
    expect(last()).toMatchObject({ projectId: '10001', issueTypeId: '7', summary: 'Vendor is late' });
    choose('Jira space', '10000');
    expect(last()).toMatchObject({ projectId: '10000', issueTypeId: '' });
    await settle();
  });
});

describe('who is told', () => {
  it('is nobody twice, and can be taken out', async () => {
    await show([level()]);
    choose('Add recipient', 'reporter');
    choose('Add recipient', 'reporter');
    expect(last()).toMatchObject({ to: [{ kind: 'assignee' }, { kind: 'reporter' }] });
    press('Remove recipient 1');
    expect(last()).toMatchObject({ to: [{ kind: 'reporter' }] });
  });

  it.each([
    ['role', 'Space role', 'Managers', { kind: 'role', roleId: '10' }],
    ['userField', 'People of a field', 'Duty officer', { kind: 'userField', field: 'cf1' }],
  ])('can be a %s that the site has', async (kind, words, name, recipient) => {
    await show([level()]);
    choose('Add recipient', kind);
    const which = screen.getByLabelText(`Which: ${words}`);
    const option = await within(which).findByRole<HTMLOptionElement>('option', { name }, LAZY);
    fireEvent.change(which, { target: { value: option.value } });
    expect(last()).toMatchObject({ to: [{ kind: 'assignee' }, recipient] });
  });

  it('reads a text of one’s own; an emptied one gives way to the usual words', async () => {
    await show([level()]);
    const text = screen.getByLabelText('Text (English)');
    fireEvent.change(text, { target: { value: 'Hurry up' } });
    expect(last()).toMatchObject({ text: { en: 'Hurry up' } });
    fireEvent.change(text, { target: { value: ' ' } });
    expect(last()).toEqual({ kind: 'comment', to: [{ kind: 'assignee' }] });
  });
});

describe('the levels', () => {
  it('say that nobody is told while there are none', async () => {
    await show([]);
    expect(screen.getByText('No levels yet. No one is notified when time runs out.')).toBeVisible();
    press('Add level');
    expect(now).toMatchObject([{ name: '', at: { kind: 'percent', percent: 75 } }]);
  });

  it('keep their order, which buttons change', async () => {
    await show([level(), level({ id: 'l2', name: 'Late' })]);
    press('Move down: level 1 Warning');
    expect(now.map(({ id }) => id)).toEqual(['l2', 'l1']);
  });

  it('are read and not changed by whoever may only read: on which work items, and nothing to press', async () => {
    await show([level()], true);
    expect(screen.getByText('On every work item.')).toBeVisible();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});
