import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { formatDateTime } from '../shared/dates';
import { forgetTimeStyle } from '../shared/time-style-store';
import { prepareSurface } from '../shared/testing/surface';
import { SlaPanel } from './sla-panel';
import { WhyDialog } from './why/why-dialog';

interface Opened {
  readonly resource: string;
  readonly size: string;
  readonly context: {
    readonly issue: { readonly id: string; readonly key: string };
    readonly metricId: string;
  };
  readonly onClose: () => void;
}
const dialogs: Opened[] = [];
const emitted: string[] = [];
let closed = 0;
let refused = false;

const answers = new Map<string, (path: string) => readonly [number, unknown]>();
const asked: string[] = [];
const invoked: string[] = [];
const sent: unknown[] = [];
const backend = new Map<string, unknown>();
const payloads = new Map<string, unknown>();

jest.mock('@forge/bridge', () => ({
  requestJira: (path: string, init?: { readonly body?: string }) => {
    asked.push(path);
    if (init?.body !== undefined) sent.push(JSON.parse(init.body));
    const match = [...answers].find(([part]) => path.includes(part));
    const [status, body] = match?.[1](path) ?? [404, {}];
    return Promise.resolve({
      ok: status < 300,
      status,
      text: () => Promise.resolve(JSON.stringify(body)),
    });
  },
  requestConfluence: () => Promise.reject(new Error('not here')),
  makeInvoke: () => (name: string, payload: unknown) => {
    invoked.push(name);
    payloads.set(name, payload);
    return Promise.resolve({ ok: true, value: backend.get(name) });
  },
  events: {
    on: () => Promise.resolve({ unsubscribe: () => undefined }),
    emit: (event: string) => Promise.resolve(void emitted.push(event)),
  },
  view: { close: () => Promise.resolve(void (closed += 1)) },
  router: {},
  Modal: class {
    constructor(private readonly options: Opened) {}
    open(): Promise<void> {
      if (refused) return Promise.reject(new Error('Unable to open modal.'));
      dialogs.push(this.options);
      return Promise.resolve();
    }
  },
}));

/** Presses *Why?* of one of the SLAs and shows the dialog's own page, as the product would. */
async function ask(nth = 0) {
  const buttons = await screen.findAllByRole('button', { name: /^Why\?/ });
  const button = buttons[nth];
  if (button === undefined) throw new Error('There is no such SLA.');
  await userEvent.click(button);
  const opened = dialogs.at(-1);
  if (opened === undefined) throw new Error('No dialog was opened.');
  const { container } = render(<WhyDialog {...opened.context} />);
  const dialog = within(container);
  await dialog.findByRole('heading', { level: 1 });
  return dialog;
}

const issue = { id: '100', key: 'IT-7' };
const HOUR = 3_600_000;
const now = Date.now();
const iso = (at: number): string => new Date(at).toISOString();

const metric = {
  id: 'reply',
  name: { en: 'First reply', ru: 'Первый ответ' },
  kind: 'SLA',
  version: 1,
  active: true,
  scope: { all: [] },
  start: [{ on: 'created' }],
  stop: [{ on: 'commented', by: ['agent'], audience: 'any' }],
  pause: [{ reason: 'requester', when: { field: 'status', op: 'in', values: ['3'] } }],
  cancel: { when: 'never' },
  method: 'first',
  goals: [
    {
      id: 'g',
      name: 'Ten hours',
      target: { kind: 'duration', ms: 10 * HOUR },
      calendar: { kind: 'fixed', calendarId: null },
    },
  ],
  goalChange: 'carry',
  retroactivePause: false,
  undoStopMs: 0,
  graceMs: 0,
  stopBeforeStart: 'ignore',
  escalations: [],
  visibility: 'date',
};
const definitions = {
  schema: 1,
  version: 4,
  calendars: [],
  holidaySets: [],
  metrics: [metric],
  agreements: [],
  // Forecasts have tests of their own, beside them.
  display: { forecasts: false },
};
const property = {
  v: 2,
  dv: 4,
  state: 'running',
  everBreached: 'no',
  asOf: iso(now - 3 * HOUR),
  metrics: {
    m1: {
      id: 'reply',
      name: metric.name,
      state: 'RUNNING',
      breached: 'no',
      due: iso(now + 6 * HOUR),
      zone: 'UTC',
    },
  },
};
const statusChange = {
  id: '1',
  author: { accountId: 'ingrid' },
  created: iso(now - HOUR),
  items: [
    { field: 'status', fieldId: 'status', from: '2', fromString: 'Open', to: '3', toString: 'Waiting' },
  ],
};
const TEAM = 'customfield_10001';
const TEAM_TYPE = 'com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team';
const teamChange = {
  field: 'Team',
  fieldId: TEAM,
  from: 't1',
  fromString: 'Desk',
  to: 't2',
  toString: 'Network',
};
type Answer = (path: string) => readonly [number, unknown];
const withTeam =
  (answer: Answer | undefined): Answer =>
  (path) => {
    const [status, body] = answer?.(path) ?? [404, {}];
    const found = body as { readonly fields: object };
    return [status, { ...found, fields: { ...found.fields, [TEAM]: { id: 't2', name: 'Network' } } }];
  };
const comment = {
  id: '5',
  author: { accountId: 'ingrid', accountType: 'atlassian' },
  created: iso(now - HOUR),
};

/** The app's answer about an issue, and how it judged the comment. */
const { display } = definitions;
const answered = { version: 4, display, facts: [], may: { pause: false, extend: false, excuse: false } };
const judged = (author: string, parts: object = {}) => ({
  by: 'assignable||',
  of: { [comment.id]: { author, created: Date.parse(comment.created), ...parts } },
});

interface Situation {
  readonly changes?: readonly object[];
  readonly comments?: readonly object[];
  /** The property as stored; null for none. */
  readonly copy?: object | null;
}

function jira({ changes = [], comments = [], copy = property }: Situation = {}): void {
  answers.clear();
  answers.set('/properties/pledge-sla', () => (copy === null ? [404, {}] : [200, { value: copy }]));
  answers.set('/changelog', () => [200, { values: changes, total: changes.length }]);
  answers.set('/comment', () => [200, { comments, total: comments.length }]);
  answers.set('/rest/api/3/status', () => [
    200,
    [
      { id: '2', name: 'Open', statusCategory: { key: 'new' } },
      { id: '3', name: 'Waiting', statusCategory: { key: 'indeterminate' } },
    ],
  ]);
  answers.set('/rest/api/3/issue/100?', () => [
    200,
    {
      id: '100',
      key: 'IT-7',
      fields: {
        created: iso(now - 4 * HOUR),
        reporter: { accountId: 'alice' },
        status: { id: changes.length > 0 ? '3' : '2' },
      },
    },
  ]);
}

/** Other definitions, on an issue with further fields. */
function measured(changed: object, fields: object): void {
  backend.set('sla.definitions', {
    version: 4,
    display,
    definitions: { ...definitions, metrics: [changed] },
  });
  const answer = answers.get('/rest/api/3/issue/100?');
  answers.set('/rest/api/3/issue/100?', (path) => {
    const [status, body] = answer?.(path) ?? [404, {}];
    const found = body as { readonly fields: object };
    return [status, { ...found, fields: { ...found.fields, ...fields } }];
  });
}

beforeEach(() => {
  dialogs.length = 0;
  emitted.length = 0;
  closed = 0;
  refused = false;
  asked.length = 0;
  invoked.length = 0;
  sent.length = 0;
  forgetTimeStyle();
  localStorage.clear();
  backend.set('sla.definitions', { version: 4, display, definitions });
  backend.set('sla.issue', {
    version: 4,
    display,
    definitions,
    facts: [],
    may: { pause: true, extend: false, excuse: false },
    limits: { pauseHours: 120, extendHours: 24 },
  });
  prepareSurface({ accountId: 'ingrid', zone: 'UTC' });
});

describe('the SLA panel', () => {
  it('paints from the copy before anything else, without asking the backend', async () => {
    jira();
    answers.set('/rest/api/3/issue/100?', () => [503, {}]);
    localStorage.setItem('pledge.sla-definitions', JSON.stringify(definitions));
    localStorage.setItem('pledge.sla-definitions-asked', String(now));
    render(<SlaPanel issue={issue} />);
    expect(await screen.findByRole('heading', { name: 'First reply' })).toBeInTheDocument();
    expect(asked[0]).toContain('/properties/pledge-sla');
    expect(invoked).toEqual([]);
    expect(await screen.findByText(/history could not be read/)).toBeInTheDocument();
  });

  it("is exact from Jira's history, asking for definitions once per version", async () => {
    jira();
    const first = render(<SlaPanel issue={issue} />);
    expect(await screen.findByText(/Used .* of 10 h/)).toHaveTextContent('Used 4 h of 10 h');
    expect(invoked).toEqual(['sla.definitions']);
    first.unmount();
    render(<SlaPanel issue={issue} />);
    await screen.findByText(/Used .* of 10 h/);
    expect(invoked).toEqual(['sla.definitions']);
  });

  it('asks for definitions again after four hours, and goes on with the old ones when nobody answers', async () => {
    jira();
    localStorage.setItem('pledge.sla-definitions', JSON.stringify(definitions));
    localStorage.setItem('pledge.sla-definitions-asked', String(now - 5 * HOUR));
    backend.set('sla.definitions', null);
    const first = render(<SlaPanel issue={issue} />);
    expect(await screen.findByText(/Used 4 h of 10 h/)).toBeInTheDocument();
    expect(invoked).toEqual(['sla.definitions']);
    first.unmount();
    const shorter = { ...metric.goals[0], target: { kind: 'duration', ms: 9 * HOUR } };
    measured({ ...metric, goals: [shorter] }, {});
    render(<SlaPanel issue={issue} />);
    expect(await screen.findByText(/Used 4 h of 9 h/)).toBeInTheDocument();
  });

  it('tells the time per group from the Team field of the site', async () => {
    jira({ changes: [{ ...statusChange, items: [...statusChange.items, teamChange] }] });
    answers.set('/rest/api/3/issue/100?', withTeam(answers.get('/rest/api/3/issue/100?')));
    answers.set('/rest/api/3/field', () => [
      200,
      [{ id: TEAM, name: 'Team', schema: { custom: TEAM_TYPE } }],
    ]);
    render(<SlaPanel issue={issue} />);
    const dialog = await ask();
    await userEvent.click(await dialog.findByRole('button', { name: 'Team' }));
    const table = dialog.getByRole('table', { name: 'Time per team' });
    expect(table).toHaveTextContent(/Desk3 h.*Network.*1 h/);
    // Once for the panel and once for the dialog.
    expect(asked.filter((path) => path.includes('/changelog?'))).toHaveLength(2);
  });

  it('says who answers for a breach, with what its own agreement allows', async () => {
    jira({ changes: [{ ...statusChange, items: [teamChange] }] });
    answers.set('/rest/api/3/issue/100?', withTeam(answers.get('/rest/api/3/issue/100?')));
    answers.set('/rest/api/3/field', () => [200, [{ id: TEAM, schema: { custom: TEAM_TYPE } }]]);
    const lasting = (hours: number) => [
      { ...metric.goals[0], target: { kind: 'duration', ms: hours * HOUR } },
    ];
    const party = { consumers: [], affectsParent: 'none' };
    const agreements = [
      { ...party, id: 'sla', name: 'IT for all', kind: 'SLA', provider: 'IT' },
      { ...party, id: 'ola', name: 'Desk', kind: 'OLA', parentId: 'sla', provider: 'desk' },
    ];
    const metrics = [
      { ...metric, pause: [], agreementId: 'sla', goals: lasting(3.5) },
      { ...metric, pause: [], id: 'desk', agreementId: 'ola', goals: lasting(2.5) },
    ];
    backend.set('sla.definitions', {
      version: 4,
      display,
      definitions: { ...definitions, metrics, agreements },
    });
    render(<SlaPanel issue={issue} />);
    const dialog = await ask(1);
    expect(await dialog.findByRole('table', { name: 'Time per team' })).toHaveTextContent(
      /Desk3 h.*Network.*Responsible for the breach: 1 h, no OLA1 h/,
    );
  });

  it('says when the site has no field for groups', async () => {
    jira();
    backend.set('sla.definitions', { version: 4, display: { groupField: null }, definitions });
    render(<SlaPanel issue={issue} />);
    const dialog = await ask();
    await userEvent.click(await dialog.findByRole('button', { name: 'Team' }));
    expect(dialog.getByText(/^Time per team is not known/)).toBeInTheDocument();
  });

  it('knows more than the copy when an event is still under way, and says so', async () => {
    jira({ comments: [comment] });
    backend.set('sla.issue', { ...answered, comments: judged('agent') });
    render(<SlaPanel issue={issue} />);
    expect(await screen.findByText("Updated just now from Jira's history.")).toBeInTheDocument();
    expect(screen.getByText('Met')).toBeInTheDocument();
    expect(screen.getByText(/because an agent .* commented/)).toBeInTheDocument();
  });

  it('says why it stands still, naming the status', async () => {
    jira({ changes: [statusChange] });
    render(<SlaPanel issue={issue} />);
    expect(
      await screen.findByText(/Paused for 1 h .* waiting for the requester\. .*“Waiting”/),
    ).toBeInTheDocument();
  });

  it.each([
    ['by key and summary', '7', 200, 'OPS-7 New disk'],
    ['without a name where the viewer may not see it', '8', 404, 'a work item you don’t have access to'],
  ])('tells which work item holds a promise, %s', async (_how, issueId, status, name) => {
    const party = { provider: 'it', consumers: [], affectsParent: 'none' };
    const agreements = [
      { ...party, id: 'sla', name: 'IT for all', kind: 'SLA' },
      {
        ...party,
        id: 'ola',
        name: 'Parts',
        kind: 'OLA',
        parentId: 'sla',
        affectsParent: 'open',
        measuredOn: { kind: 'child' },
      },
    ];
    const metrics = [
      { ...metric, agreementId: 'sla' },
      { ...metric, id: 'part', agreementId: 'ola', scope: { field: 'priority', op: 'in', values: ['5'] } },
    ];
    const fact = { kind: 'child', at: now - HOUR, by: null, metricId: 'part', what: 'pauses' };
    const facts = [{ ...fact, id: issueId, issueId }];
    const above = { ...definitions, metrics, agreements };
    backend.set('sla.issue', {
      version: 4,
      display,
      definitions: above,
      facts,
      may: { pause: false, extend: false, excuse: false },
    });
    jira({ copy: { ...property, appFacts: 1 } });
    const body = { key: 'OPS-7', fields: { summary: 'New disk' } };
    answers.set(`/rest/api/3/issue/${issueId}?`, () => [status, body]);
    render(<SlaPanel issue={issue} />);
    expect(await screen.findByText(/waiting for a work item of another team/)).toBeInTheDocument();
    const dialog = await ask();
    const reason = 'waiting for a work item of another team';
    expect(await dialog.findByText(new RegExp(`${reason}: ${name}`))).toBeInTheDocument();
    // Once for the panel and once for the dialog: what may be done comes with what the app knows.
    expect(invoked).toEqual(['sla.issue', 'sla.issue']);
  });

  it('says that a breach below puts a promise at risk, from the copy and from the history', async () => {
    const team = { ...metric, id: 'team', name: { en: 'Team reply' }, agreementId: 'ola' };
    const hours = { ...metric.goals[0], target: { kind: 'duration', ms: HOUR } };
    const party = { provider: 'it', consumers: [], affectsParent: 'none' };
    const agreements = [
      { ...party, id: 'sla', name: 'IT for all', kind: 'SLA' },
      { ...party, id: 'ola', name: 'Service desk', kind: 'OLA', parentId: 'sla', affectsParent: 'breach' },
    ];
    const metrics = [
      { ...metric, agreementId: 'sla' },
      { ...team, goals: [hours] },
    ];
    backend.set('sla.definitions', {
      version: 4,
      display,
      definitions: { ...definitions, metrics, agreements },
    });
    const at = iso(now - 3 * HOUR);
    const [copied] = Object.values(property.metrics);
    const copy = {
      ...property,
      metrics: {
        m1: { ...copied, risk: { by: 'team', at } },
        m2: { ...copied, id: 'team', name: team.name, breached: 'yes' },
      },
    };
    jira({ copy });
    const answer = answers.get('/rest/api/3/issue/100?');
    answers.set('/rest/api/3/issue/100?', () => [503, {}]);
    const first = render(<SlaPanel issue={issue} />);
    expect(await screen.findByText(/^At risk: “Team reply” was breached on/)).toBeInTheDocument();
    first.unmount();
    if (answer !== undefined) answers.set('/rest/api/3/issue/100?', answer);
    render(<SlaPanel issue={issue} />);
    expect(await screen.findByText(/^At risk: “Team reply” was breached on/)).toBeInTheDocument();
    const dialog = await ask(1);
    expect(
      dialog.getByText('The agreement “Service desk” shows its breaches here as a risk.'),
    ).toBeInTheDocument();
    expect(dialog.getByText(/^At risk: “Team reply” was breached on/)).toBeInTheDocument();
    expect(dialog.getByText('At risk')).toBeInTheDocument();
  });

  it('waits for the history where the copy is not the whole', async () => {
    jira({ copy: { ...property, metrics: {}, more: 1 } });
    const answer = answers.get('/rest/api/3/issue/100?');
    answers.set('/rest/api/3/issue/100?', () => [503, {}]);
    const first = render(<SlaPanel issue={issue} />);
    expect(await screen.findByRole('heading', { name: 'This could not be loaded' })).toBeInTheDocument();
    expect(screen.queryByText('No SLA applies to this work item.')).toBeNull();
    first.unmount();
    if (answer !== undefined) answers.set('/rest/api/3/issue/100?', answer);
    render(<SlaPanel issue={issue} />);
    expect(await screen.findByText(/Used 4 h of 10 h/)).toBeInTheDocument();
  });

  it('speaks Russian', async () => {
    prepareSurface({ accountId: 'ingrid', zone: 'UTC', locale: 'ru', formatLocale: 'ru-RU' });
    jira({ changes: [statusChange] });
    render(<SlaPanel issue={issue} />);
    expect(await screen.findByText(/Пауза 1 ч .* ждём заявителя/)).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Первый ответ' })).toBeInTheDocument();
  });

  it('asks the app for its own facts when there is no copy', async () => {
    jira({ copy: null });
    render(<SlaPanel issue={issue} />);
    await screen.findByText(/Used .* of 10 h/);
    expect(invoked).toEqual(['sla.issue']);
  });

  it('tells the story in a dialog as a line and as a table, and offers only what is allowed', async () => {
    jira({ changes: [statusChange] });
    render(<SlaPanel issue={issue} />);
    const dialog = await ask();
    const band = within(dialog.getByRole('group', { name: 'Timeline' })).getByRole('button', {
      name: /^Counted 3 h/,
    });
    expect(band).toHaveAccessibleName(/the work item was created/);
    await userEvent.click(dialog.getByRole('button', { name: 'Table' }));
    const table = dialog.getByRole('table', { name: 'Timeline' });
    expect(table).toHaveTextContent(/Started.*Counted 3 h.*Paused 1 h: waiting for the requester.*Now/);
    expect(dialog.getByRole('list', { name: 'What happened' })).toHaveTextContent(/Started.*Paused/);
    expect(await dialog.findByRole('button', { name: 'Pause' })).toBeInTheDocument();
    expect(dialog.queryByRole('button', { name: 'Extend' })).toBeNull();
  });

  it('opens the dialog wide, for the SLA asked about, and has the focus back when it closes', async () => {
    jira();
    render(<SlaPanel issue={issue} />);
    const button = await screen.findByRole('button', { name: /^Why\?/ });
    await userEvent.click(button);
    expect(dialogs).toMatchObject([
      { resource: 'main/sla-why', size: 'xlarge', context: { issue, metricId: 'reply' } },
    ]);
    button.blur();
    dialogs[0]?.onClose();
    expect(button).toHaveFocus();
  });

  it('tells each cycle by itself, the newest first, and closes by Escape', async () => {
    const moved = (id: number, hoursAgo: number, from: string, to: string) => ({
      ...statusChange,
      id: String(id),
      created: iso(now - hoursAgo * HOUR),
      items: [{ field: 'status', fieldId: 'status', from, to }],
    });
    jira({
      changes: [moved(1, 3, '2', '3'), moved(2, 2.5, '3', '2'), moved(3, 2, '2', '3'), moved(4, 1, '3', '2')],
    });
    const becomes = (to: string) => ({ on: 'changed', field: 'status', to: [to] });
    const often = { ...metric, method: 'every', pause: [], stop: [becomes('3')] };
    measured({ ...often, start: [{ on: 'created' }, becomes('2')] }, {});
    render(<SlaPanel issue={issue} />);
    const dialog = await ask();
    expect(dialog.getByText(/^Used 1 h of 10 h/)).toBeInTheDocument();
    const cycles = dialog.getByRole('combobox', { name: 'Cycle (3)' });
    await userEvent.selectOptions(cycles, '1');
    expect(dialog.getByText('Met with 9 h left')).toBeInTheDocument();
    const happened = (): string => dialog.getByRole('list', { name: 'What happened' }).textContent;
    expect(happened()).toMatch(/Started.*Stopped/);
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Cycle (3)' }), '3');
    expect(happened()).not.toContain('Stopped');
    // What this person may do is asked once for all of them.
    expect(invoked.filter((name) => name === 'sla.issue')).toHaveLength(1);
    await userEvent.keyboard('{Escape}');
    expect(closed).toBe(1);
  });

  it('says so when the product opens no dialog', async () => {
    refused = true;
    jira();
    render(<SlaPanel issue={issue} />);
    await userEvent.click(await screen.findByRole('button', { name: /^Why\?/ }));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
  });

  it('offers to go on at once after a pause by hand', async () => {
    const user = userEvent.setup();
    const paused = { kind: 'pause', id: 'app:1', at: now, by: 'ingrid', metricId: 'reply', reason: 'Vendor' };
    backend.set('sla.act', { facts: [{ ...paused, resumeAt: now + HOUR }] });
    jira();
    render(<SlaPanel issue={issue} />);
    const dialog = await ask();
    await user.click(await dialog.findByRole('button', { name: 'Pause' }));
    const form = within(dialog.getByRole('form', { name: 'Pause' }));
    await user.type(form.getByLabelText('Reason (the requester can read it)'), 'Vendor');
    await user.click(form.getByRole('button', { name: 'Pause' }));
    expect(await dialog.findByRole('button', { name: 'Resume' })).toBeInTheDocument();
    expect(dialog.queryByRole('button', { name: 'Pause' })).not.toBeInTheDocument();
    // The panel below reads again.
    expect(emitted).toEqual(['pledge.sla-changed']);
  });

  it("tells in Jira's names which goals were passed over and which rule did what", async () => {
    jira({ changes: [statusChange] });
    answers.set('/rest/api/3/priority/search?startAt=0&maxResults=50', () => [
      200,
      {
        values: [
          { id: '1', name: 'High' },
          { id: '3', name: 'Medium' },
        ],
        isLast: true,
      },
    ]);
    const urgent = {
      ...metric.goals[0],
      id: 'u',
      name: 'One hour',
      when: { field: 'priority', op: 'in', values: ['1'] },
    };
    const told = { ...metric, goals: [urgent, ...metric.goals] };
    measured(told, { priority: { id: '3' } });
    // Another metric may call a goal of its own by the same id.
    const other = { ...metric, id: 'other', scope: { any: [] }, goals: [{ ...urgent, name: 'One year' }] };
    backend.set('sla.definitions', {
      version: 4,
      display,
      definitions: { ...definitions, metrics: [told, other] },
    });
    render(<SlaPanel issue={issue} />);
    const dialog = await ask();
    expect(
      await dialog.findByText(
        "Goal “One hour” didn't match: needs priority High (was Medium)",
        {},
        { timeout: 5000 },
      ),
    ).toBeInTheDocument();
    expect(dialog.getByText('Rule: waiting for the requester: status is Waiting')).toBeInTheDocument();
  });

  it('comes to the verdict of the record: who counts as an agent is the app’s to say', async () => {
    jira({ comments: [comment] });
    measured(metric, {});
    backend.set('sla.issue', { ...answered, comments: judged('other') });
    const first = render(<SlaPanel issue={issue} />);
    expect(await screen.findByText(/Used 4 h of 10 h/)).toBeInTheDocument();
    first.unmount();
    backend.set('sla.issue', { ...answered, comments: judged('agent') });
    render(<SlaPanel issue={issue} />);
    expect(await screen.findByText('Met')).toBeInTheDocument();
    expect(
      screen.getByText(/because an agent \(someone who can be assigned in this space\) commented/),
    ).toBeInTheDocument();
  });

  it('counts an answer that was given and is hidden from the viewer by now', async () => {
    jira({ copy: { ...property, appFacts: 1 } });
    backend.set('sla.issue', { ...answered, definitions, comments: judged('agent') });
    render(<SlaPanel issue={issue} />);
    expect(await screen.findByText('Met')).toBeInTheDocument();
  });

  it('asks the app about nobody while only the requester commented', async () => {
    jira({ comments: [{ ...comment, author: { accountId: 'alice' } }] });
    measured(metric, {});
    render(<SlaPanel issue={issue} />);
    expect(await screen.findByText(/Used 4 h of 10 h/)).toBeInTheDocument();
    expect(invoked).not.toContain('sla.issue');
  });

  it('shows the stored copy when it cannot learn who commented', async () => {
    jira({ comments: [comment] });
    measured(metric, {});
    backend.set('sla.issue', null);
    render(<SlaPanel issue={issue} />);
    expect(await screen.findByText(/history could not be read/)).toBeInTheDocument();
    expect(screen.queryByText('Met')).toBeNull();
  });

  it('says why a promise does not count, when asked', async () => {
    jira();
    answers.set('/rest/api/3/priority/search?startAt=0&maxResults=50', () => [
      200,
      {
        values: [
          { id: '1', name: 'High' },
          { id: '3', name: 'Medium' },
        ],
        isLast: true,
      },
    ]);
    const onlyHigh = { ...metric.goals[0], when: { field: 'priority', op: 'in', values: ['1'] } };
    measured({ ...metric, goals: [onlyHigh] }, { priority: { id: '3' } });
    render(<SlaPanel issue={issue} />);
    await userEvent.click(await screen.findByText("1 SLA doesn't apply"));
    expect(
      await screen.findByText(
        /no goal matches: rule 1 needs priority High \(is Medium\)/,
        {},
        { timeout: 5000 },
      ),
    ).toBeInTheDocument();
  });

  it('extends from now instead of after the target, telling the new due time before', async () => {
    jira();
    const allowed = {
      version: 4,
      display,
      definitions,
      facts: [],
      may: { pause: false, extend: true, excuse: false },
    };
    backend.set('sla.issue', { ...allowed, limits: { pauseHours: 120, extendHours: 24 } });
    render(<SlaPanel issue={issue} />);
    const dialog = await ask();
    await userEvent.click(await dialog.findByRole('button', { name: 'Extend' }));
    // A minute may have begun since the tests did.
    const told = (due: number) => (text: string) =>
      [due, due + 60_000].some((at) => text === `It would be due ${formatDateTime(at)}.`);
    expect(dialog.getByText(told(now + 7 * HOUR))).toBeInTheDocument();
    await userEvent.selectOptions(dialog.getByLabelText('Counted from'), 'now');
    const hours = dialog.getByLabelText(/By how many working hours/);
    await userEvent.clear(hours);
    await userEvent.type(hours, '20');
    expect(dialog.getByText(told(now + 20 * HOUR))).toBeInTheDocument();
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'Parts are late');
    await userEvent.click(dialog.getByRole('button', { name: 'Extend' }));
    await waitFor(() =>
      expect(payloads.get('sla.act')).toMatchObject({
        action: { kind: 'extend', metricId: 'reply', ms: 20 * HOUR, from: 'now' },
      }),
    );
  });

  it('writes time as the viewer has chosen in any browser, and remembers a choice with their account', async () => {
    jira();
    answers.set('/user/properties?', () => [200, { keys: [{ key: 'pledge-display' }] }]);
    answers.set('/user/properties/pledge-display', () => [200, { value: { v: 1, time: 'clock' } }]);
    render(<SlaPanel issue={issue} />);
    expect(await screen.findByText(/^[56]:[05][09] left/, {}, { timeout: 5000 })).toBeInTheDocument();
    expect(asked.some((path) => path.endsWith('/pledge-display?accountId=ingrid'))).toBe(true);
    await userEvent.selectOptions(screen.getByLabelText('Show time as'), 'the due date');
    expect(screen.queryByText(/left/)).toBeNull();
    expect(screen.getByText(/^Due /)).toBeInTheDocument();
    expect(sent.at(-1)).toEqual({ v: 1, time: 'date' });
  });

  it('says when a choice of style could not be remembered', async () => {
    jira();
    render(<SlaPanel issue={issue} />);
    const select = await screen.findByLabelText('Show time as');
    answers.set('/user/properties/pledge-display', () => [503, {}]);
    await userEvent.selectOptions(select, '2.5 h');
    expect(await screen.findByRole('alert')).toHaveTextContent('It applies in this browser only');
    expect(screen.getByText(/^(5.9|6) h left/)).toBeInTheDocument();
  });

  it('says what went wrong and lets people try again when there is nothing to show', async () => {
    answers.clear();
    answers.set('/properties/pledge-sla', () => [503, {}]);
    render(<SlaPanel issue={issue} />);
    await screen.findByRole('heading', { name: 'This could not be loaded' });
    expect(screen.getByText(/did not answer in time/)).toBeInTheDocument();
    jira();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/Used .* of 10 h/)).toBeInTheDocument();
  });
});
