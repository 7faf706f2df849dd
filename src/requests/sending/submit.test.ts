import fc from 'fast-check';
import { importOptions } from '../../catalog';
import { namedOption } from '../../catalog/domain/field-types/named-option';
import {
  alice,
  form,
  NOW,
  type RequestWorld,
  requestWorld,
  token,
} from '../../../test/support/request-world';
import { storedDraft } from '../../../test/support/drafts';
import { field, published } from '../../../test/support/samples';
import { DOTS } from '../../catalog/domain/field-types';
import type { ApprovalStep } from '../../catalog/domain/model';
import { type AppFailure, JiraRefused, JiraUnavailable } from '../../kernel/errors';
import { digestOf } from '../../platform/digest';
import { readableAnswers } from '../domain/readable';
import { readRefusals } from './refusals';
import { approvalRows } from '../records/approval-rows';
import { previousAnswers } from '../reading/previous-answers';
import { readRequest } from '../records/store';
import { submit } from './submit';
import type { SubmitPorts } from './submission';

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});

it('makes one issue with mapped fields, a readable table and the property, with the requester as reporter', async () => {
  const { issues, ports } = requestWorld();
  const answer = await submit(form(), alice(), ports);
  expect(answer).toEqual({ requestId: token, issueId: '1', issueKey: 'IT-1' });
  expect(issues[0]).toMatchObject({
    as: 'app for alice',
    fields: {
      summary: 'Laptop for Name of alice: Mine is broken',
      duedate: '2026-04-01',
      labels: ['catalog'],
      project: { id: '10000' },
    },
    property: { requestId: token, itemId: 'laptop', itemVersion: 1, beneficiary: 'alice' },
  });
  expect(JSON.stringify(issues[0]?.fields.description)).toContain('Mine is broken');
  expect(await readRequest(token)).toMatchObject({ state: 'open', issueKey: 'IT-1', requester: 'alice' });
});

it('answers a repeated submit with the same issue', async () => {
  const { issues, ports } = requestWorld();
  const first = await submit(form(), alice(), ports);
  expect(await submit(form(), alice(NOW + 1_000), ports)).toEqual(first);
  expect(issues).toHaveLength(1);
});

it('names the fields of bad answers and writes nothing', async () => {
  const { forge, issues, ports } = requestWorld();
  await expect(submit(form({ answers: { due: 'soon' } }), alice(), ports)).rejects.toMatchObject({
    code: 'INVALID_ANSWERS',
    fields: [
      expect.objectContaining({ at: 'why', code: 'required' }),
      expect.objectContaining({ at: 'due', code: 'notADate' }),
    ],
  });
  expect([issues.length, forge.kvs.rows.size]).toEqual([0, 0]);
});

it('refuses a form that was published anew meanwhile', async () => {
  const { ports } = requestWorld(published({}, 2));
  await expect(submit(form(), alice(), ports)).rejects.toMatchObject({ code: 'FORM_CHANGED' });
});

it('does not take over the token of somebody else', async () => {
  const { ports, issues } = requestWorld();
  await submit(form(), alice(), ports);
  await expect(submit(form(), { ...alice(), accountId: 'boris' }, ports)).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  expect(issues).toHaveLength(1);
});

it('keeps a draft when Jira refuses, with its complaint at the field of the form, and a corrected retry goes through', async () => {
  const refusing = { on: true };
  const base = requestWorld();
  const ports: SubmitPorts = {
    ...base.ports,
    createAsApp: async (issue, reporter) => {
      if (refusing.on) throw new JiraRefused(400, [], { duedate: 'The date is in the past.' });
      return base.ports.createAsApp(issue, reporter);
    },
  };
  await expect(submit(form(), alice(), ports)).rejects.toMatchObject({
    code: 'REQUEST_REFUSED',
    fields: [expect.objectContaining({ at: 'due', code: 'jiraRefused' })],
  });
  expect(await storedDraft('alice')).toMatchObject({ reason: 'submitFailed', clientToken: token });
  refusing.on = false;
  await submit(form({ answers: { why: 'Mine is broken', due: '2026-05-01' } }), alice(NOW + 1_000), ports);
  expect(base.issues.map((issue) => issue.fields.duedate)).toEqual(['2026-05-01']);
  expect(await storedDraft('alice')).toBeNull();
});

it('tells a refusal by the fields’ names and whom to ask, and keeps Jira’s words for the item’s health', async () => {
  const fields = [field('kind'), field('why', { visibleWhen: { field: 'kind', op: 'is', value: 'b' } })];
  const item = published({ form: fields, owner: 'sergey' });
  const mapped = {
    ...item.content.fulfilment,
    mappings: [mapping('customfield_1', 'why'), mapping('due', 'kind')],
  };
  const refusal = { customfield_1: 'Team is required.', cost: 'Cost is required.', due: 'Not a date.' };
  const { ports } = requestWorld(
    { ...item, content: { ...item.content, fulfilment: mapped } },
    {
      createAsApp: async () => Promise.reject(new JiraRefused(400, [], refusal)),
      createFields: async () =>
        [
          ['customfield_1', 'Team'],
          ['due', 'Due date'],
        ].map(([fieldId = '', name = '']) => ({
          fieldId,
          name,
          required: true,
          hasDefaultValue: false,
          schema: { type: 'string' },
        })),
    },
  );
  const failure: unknown = await submit(form({ answers: { kind: 'a' } }), alice(), ports).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({
    code: 'REQUEST_REFUSED',
    params: { owner: 'Name of sergey', count: '2', fields: 'Team, cost' },
    fields: [
      { at: 'customfield_1', code: 'jiraRefusedUnseen', params: { jiraField: 'Team' } },
      { at: 'cost', code: 'jiraRefusedUnseen', params: { jiraField: 'cost' } },
      { at: 'kind', code: 'jiraRefused', params: { jiraField: 'Due date' } },
    ],
  });
  expect(JSON.stringify((failure as AppFailure).toAppError())).not.toContain('is required');
  expect(await readRefusals()).toMatchObject([
    { itemId: 'laptop', version: 1, why: expect.stringContaining('Cost is required.') as unknown },
  ]);
});

const mapping = (jiraField: string, from: string) => ({
  jiraField,
  source: { kind: 'answer' as const, field: from },
});

it('finds the issue of an attempt whose answer was lost instead of making a second', async () => {
  const base = requestWorld();
  const lost = { on: true };
  const ports: SubmitPorts = {
    ...base.ports,
    createAsApp: async (issue, reporter) => {
      const made = await base.ports.createAsApp(issue, reporter);
      if (lost.on) throw new JiraUnavailable('It answered 504.');
      return made;
    },
  };
  await expect(submit(form(), alice(), ports)).rejects.toMatchObject({
    code: 'JIRA_UNAVAILABLE',
    retryable: true,
  });
  lost.on = false;
  expect(await submit(form(), alice(NOW + 1_000), ports)).toMatchObject({ issueKey: 'IT-1' });
  expect(base.issues).toHaveLength(1);
});

it('finds it too where the page was loaded anew and the item published anew, asking the same', async () => {
  let outage = true;
  const versions = [published({}, 1), published({ keywords: ['notebook'] }, 2), published({ form: [] }, 3)];
  const { issues, ports } = requestWorld(versions[0], {
    itemInVersion: async (_, version) => versions[version - 1] ?? null,
  });
  const losing: typeof ports.createAsApp = async (issue, reporter) => {
    const made = await ports.createAsApp(issue, reporter);
    if (outage) throw new JiraUnavailable('It answered 503.');
    return made;
  };
  await expect(submit(form(), alice(), { ...ports, createAsApp: losing })).rejects.toMatchObject({
    code: 'JIRA_UNAVAILABLE',
  });
  outage = false;
  const later = { ...ports, findItem: async () => versions[1]! };
  expect(await submit(form({ itemVersion: 2 }), alice(NOW + 60_000), later)).toMatchObject({
    issueKey: 'IT-1',
  });
  for (const another of [{ itemVersion: 3 }, { itemVersion: 2, answers: { why: 'Another' } }])
    await expect(submit(form(another), alice(NOW + 120_000), later)).rejects.toMatchObject({
      code: 'ALREADY_SENT',
    });
  expect(issues).toHaveLength(1);
});

it('tells no words of Jira where it would not say what had to be known first, and keeps the answers', async () => {
  const no = async () => Promise.reject(new JiraRefused(403, ['You are not authorized to browse users.']));
  const refused = { code: 'REQUEST_REFUSED', params: { owner: 'none', count: '0', fields: '' } };
  const item = published({
    form: [field('who', { type: 'user', required: true })],
    onBehalf: { field: 'who', access: 'restricted' },
    entitlement: {
      availableFor: { groups: ['staff'], users: [] },
      notAvailableFor: { groups: [], users: [] },
    },
  });
  const { issues, ports } = requestWorld(item, { groupsOf: no });
  await expect(submit(form({ answers: { who: 'maria' } }), alice(), ports)).rejects.toMatchObject(refused);
  expect(await storedDraft('alice')).toMatchObject({ answers: { who: 'maria' } });

  const down = async () => Promise.reject(new JiraUnavailable('It answered 503.'));
  const own = form({ answers: { who: 'alice' } });
  await submit(own, alice(), { ...ports, createAsApp: down }).catch(() => undefined);
  await expect(submit(own, alice(NOW + 60_000), { ...ports, issueOfRequest: no })).rejects.toMatchObject(
    refused,
  );
  expect(issues).toEqual([]);
});

it('follows the rules of the form whatever a browser sends: what they forbid, hide and set', async () => {
  const item = published({
    form: [field('why'), field('note'), field('due', { type: 'date' })],
    rules: [
      {
        id: 'gate',
        name: 'Gate',
        when: { field: 'why', op: 'empty' },
        then: [{ do: 'block', text: { en: 'Say why.' } }],
      },
      {
        id: 'fix',
        name: 'Fix',
        then: [
          { do: 'hide', field: 'note' },
          { do: 'set', field: 'due', value: '2026-12-24' },
        ],
      },
    ],
  });
  const { ports } = requestWorld(item);
  await expect(submit(form({ answers: {} }), alice(), ports)).rejects.toMatchObject({
    code: 'INVALID_ANSWERS',
    fields: [{ code: 'blocked', at: '' }],
  });
  const answers = { why: 'so', note: 'smuggled', due: '2026-01-01' };
  const { requestId } = await submit(form({ answers }), alice(), ports);
  expect((await readRequest(requestId))?.answers).toEqual({ why: 'so', due: '2026-12-24' });
});

it('takes a work item only where the query of its question finds it for who asks', async () => {
  const item = published({
    form: [field('about', { type: 'issue', jql: 'project = IT' })],
    fulfilment: { ...published().content.fulfilment, summary: 'About', mappings: [] },
  });
  const asked: string[] = [];
  const finding = (finds: boolean) => async (jql: string) => asked.push(jql) > 0 && finds;
  const sent = form({ answers: { about: 'IT-7' } });
  const no = requestWorld(item, { findsIssue: finding(false) });
  await expect(submit(sent, alice(), no.ports)).rejects.toMatchObject({
    fields: [{ at: 'about', code: 'notAnOption' }],
  });
  const yes = requestWorld(item, { findsIssue: finding(true) });
  expect(await submit(sent, alice(), yes.ports)).toMatchObject({ issueKey: 'IT-1' });
  expect(new Set(asked)).toEqual(new Set(['(project = IT) AND key = "IT-7"']));
});

it('keeps an option of a long list by its id, with the words of the list, and refuses what is not in it', async () => {
  const options = [{ id: 'riga', label: { en: 'Riga', ru: 'Рига' } }];
  const item = published({
    form: [field('site', { type: 'choice', optionList: { parts: [digestOf(options)], count: 1 } })],
    fulfilment: { ...published().content.fulfilment, summary: 'To {{field.site}}', mappings: [] },
  });
  const { ports, issues } = requestWorld(item);
  await importOptions([{ id: digestOf(options), options }], { accountId: 'sergey', now: NOW });
  const send = (site: string) => submit(form({ answers: { site } }), alice(), ports);
  await expect(send('oslo')).rejects.toMatchObject({ fields: [{ at: 'site', code: 'notAnOption' }] });
  const { requestId } = await send(namedOption('riga', 'Approved by the board'));
  const kept = namedOption('riga', { en: 'Riga', ru: 'Рига' });
  const stored = await readRequest(requestId);
  expect(stored?.answers).toMatchObject({ site: kept });
  expect(issues[0]?.fields).toMatchObject({ summary: 'To Riga' });
  expect(readableAnswers(item.content, stored?.answers ?? {}, new Map())).toMatchObject([
    { value: 'Riga', valueText: { en: 'Riga', ru: 'Рига' } },
  ]);
});

describe('an option of a Jira field', () => {
  const item = published({
    form: [field('model', { type: 'choice', jiraField: 'customfield_7' }), field('why')],
    fulfilment: {
      ...published().content.fulfilment,
      summary: 'A {{field.model}}',
      mappings: [mapping('customfield_7', 'model')],
    },
  });
  const inJira = {
    fieldId: 'customfield_7',
    name: 'Model',
    required: false,
    hasDefaultValue: false,
    schema: { type: 'option' },
    allowedValues: [{ id: '31', value: 'Light' }],
  };
  const sent = (model: string) => form({ answers: { model, why: 'so' } });
  const refused = { code: 'INVALID_ANSWERS', fields: [{ at: 'model', code: 'notAnOption' }] };

  it('is kept by its id with Jira’s words, whatever words a browser sends, and fills the field by its id', async () => {
    const { ports, issues } = requestWorld(item, { createFields: async () => [inJira] });
    const { requestId } = await submit(sent(namedOption('31', 'Approved by the board')), alice(), ports);
    expect((await readRequest(requestId))?.answers).toMatchObject({ model: namedOption('31', 'Light') });
    expect(issues[0]?.fields).toMatchObject({ customfield_7: { id: '31' }, summary: 'A Light' });
    expect(JSON.stringify(issues[0]?.fields.description)).toContain('Light');
  });

  it('is refused where Jira has it no more, or can’t say; a form without it is sent', async () => {
    const { ports } = requestWorld(item, { createFields: async () => [inJira] });
    await expect(submit(sent(namedOption('32', 'Light')), alice(), ports)).rejects.toMatchObject(refused);
    const down = requestWorld(item, { createFields: async () => Promise.reject(new JiraRefused(403, [])) });
    await expect(submit(sent('31'), alice(), down.ports)).rejects.toMatchObject(refused);
    const { ports: other } = requestWorld(
      { ...item, content: { ...item.content, fulfilment: { ...item.content.fulfilment, mappings: [] } } },
      {
        createFields: async () => Promise.reject(new JiraRefused(403, [])),
      },
    );
    expect(await submit(form({ answers: { why: 'so' } }), alice(), other)).toMatchObject({
      issueKey: 'IT-1',
    });
  });
});

it('takes no work item that who asks does not see, though its question has no query', async () => {
  const item = published({
    form: [field('about', { type: 'issue' })],
    fulfilment: { ...published().content.fulfilment, summary: 'About', mappings: [] },
  });
  const asked: string[] = [];
  const findsIssue = async (jql: string) => asked.push(jql) < 0;
  const sent = submit(
    form({ answers: { about: 'BOARD-7' } }),
    alice(),
    requestWorld(item, { findsIssue }).ports,
  );
  await expect(sent).rejects.toMatchObject({ fields: [{ at: 'about', code: 'notAnOption' }] });
  expect(asked).toEqual(['key = "BOARD-7"']);
});

describe('an option for groups', () => {
  const options = [
    { id: 'user', label: { en: 'User' } },
    { id: 'root', label: { en: 'Administrator' }, groups: ['admins'] },
  ];
  const item = published({
    form: [field('role', { type: 'choice', options }), field('who', { type: 'user', required: true })],
    fulfilment: { ...published().content.fulfilment, summary: 'Access', mappings: [] },
    onBehalf: { field: 'who', access: 'restricted' },
  });
  const inGroups = (...groups: string[]) => ({ ...alice(), groups: async () => groups });
  const root = (who = 'alice') => form({ answers: { role: 'root', who } });
  const refused = { code: 'INVALID_ANSWERS', fields: [{ at: 'role', code: 'notAnOption' }] };

  it('is refused from who is in none of them, whatever a browser sends', async () => {
    const { ports } = requestWorld(item);
    await expect(submit(root(), inGroups('staff'), ports)).rejects.toMatchObject(refused);
    expect(await submit(root(), inGroups('admins'), ports)).toMatchObject({ issueKey: 'IT-1' });
  });

  it('is for the person named too, where they must be entitled themselves', async () => {
    const { ports } = requestWorld(item, { groupsOf: async () => ['staff'] });
    await expect(submit(root('maria'), inGroups('admins'), ports)).rejects.toMatchObject(refused);
  });
});

it('makes nothing of answers that lead elsewhere, nor of an item that makes no request', async () => {
  const lead = { do: 'lead', text: { en: 'Restart it.' } } as const;
  const rules = [{ id: 'r', name: 'Restart', when: { field: 'why', op: 'filled' } as const, then: [lead] }];
  const led = requestWorld(published({ rules }));
  await expect(submit(form(), alice(), led.ports)).rejects.toMatchObject({
    code: 'INVALID_ANSWERS',
    fields: [{ code: 'leadsElsewhere', at: '' }],
  });
  const none = requestWorld(published({ kind: 'link', opens: { kind: 'page', id: '7', title: 'How' } }));
  await expect(submit(form(), alice(), none.ports)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect([...led.issues, ...none.issues]).toEqual([]);
});

it('lets one of two submits at the same moment through', async () => {
  const { issues, ports } = requestWorld();
  const both = await Promise.allSettled([submit(form(), alice(), ports), submit(form(), alice(), ports)]);
  expect(issues).toHaveLength(1);
  const refused = both.filter((one) => one.status === 'rejected');
  for (const one of refused) expect(one.reason).toMatchObject({ code: 'BEING_SENT', retryable: true });
  expect(refused).toHaveLength(1);
});

describe('with an approval', () => {
  const approval = { approvers: ['alice', 'maria'], rule: 'any', waitingStatusId: '9' } as const;

  it('asks the others than the requester, tells the SLA and moves the issue', async () => {
    const { told, ports } = requestWorld(published({ approvals: [approval] }));
    await submit(form(), alice(), ports);
    expect((await readRequest(token))?.approvals[0]).toMatchObject({
      state: 'pending',
      approvers: ['maria'],
    });
    const waiting = await approvalRows.query({ index: 'by-approver', partition: ['maria', 'pending'] });
    expect(waiting.docs.map((row) => row.requestId)).toEqual([token]);
    expect(told).toEqual(['sla 1 requested', 'move 1 9', 'notice 1 approval']);
  });

  it('asks nobody when its condition does not hold', async () => {
    const form3 = [field('why', { required: true }), field('due', { type: 'date' })];
    const step = { ...approval, when: { field: 'why', op: 'contains', value: 'expensive' } as const };
    const { told, ports } = requestWorld(published({ form: form3, approvals: [step] }));
    await submit(form(), alice(), ports);
    expect(told).toEqual([]);
  });

  const approversWhen = async (gone: readonly string[], step: Partial<ApprovalStep>, answers = {}) => {
    const form3 = [field('why', { required: true }), field('boss', { type: 'user' })];
    const { ports, issues } = requestWorld(
      published({ form: form3, owner: 'sergey', approvals: [{ ...approval, ...step }] }),
      { peopleGone: async (ids) => new Map(ids.filter((id) => gone.includes(id)).map((id) => [id, null])) },
    );
    const sent = submit(form({ answers: { why: 'x', ...answers } }), alice(), ports);
    return { sent, issues };
  };

  it.each([
    [
      'passes over who left, in a rule that wants all too',
      ['maria'],
      { approvers: ['maria', 'felix'], rule: 'all' },
      {},
      ['felix'],
    ],
    ['asks the owner when every approver left', ['maria'], { approvers: ['maria'] }, {}, ['sergey']],
    [
      'asks the owner when the form names somebody Jira does not know',
      ['ghost'],
      { approvers: [], approverField: 'boss' },
      { boss: 'ghost' },
      ['sergey'],
    ],
    ['asks whom the form names', [], { approvers: [], approverField: 'boss' }, { boss: 'felix' }, ['felix']],
  ] as const)('%s', async (_what, gone, step, answers, approvers) => {
    await (
      await approversWhen(gone, step, answers)
    ).sent;
    expect((await readRequest(token))?.approvals[0]).toMatchObject({ state: 'pending', approvers });
  });

  it('refuses before anything is made when nobody is left who could approve', async () => {
    const { sent, issues } = await approversWhen(['maria', 'sergey'], { approvers: ['maria'] });
    await expect(sent).rejects.toMatchObject({ code: 'NO_APPROVER' });
    expect(issues).toEqual([]);
  });

  it('refuses before anything is made when only the requester could approve', async () => {
    const { issues, ports } = requestWorld(
      published({ owner: 'alice', approvals: [{ ...approval, approvers: ['alice'] }] }),
    );
    await expect(submit(form(), alice(), ports)).rejects.toMatchObject({ code: 'NO_APPROVER' });
    expect(issues).toEqual([]);
  });
});

it('makes exactly one issue whatever fails on the way, once retries succeed', async () => {
  const faults = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 12 }),
      kind: fc.constantFrom('busy', 'lostReply', 'crash' as const),
    }),
    { maxLength: 3 },
  );
  await fc.assert(
    fc.asyncProperty(faults, fc.boolean(), async (plan, approve) => {
      const approval = { approvers: ['maria'], rule: 'any' } as const;
      const base = requestWorld(published(approve ? { approvals: [approval] } : {}));
      let retry = 0;
      for (; retry <= plan.length; retry += 1) {
        const ports = withFault(base, plan[retry]);
        const now = NOW + retry * 60_000; // an attempt that crashed is taken for dead by then
        const done = await submit(form(), alice(now), ports).catch(() => null);
        if (done && retry >= plan.length) expect(done.issueKey).toBe('IT-1');
      }
      clearFaults(base);
      const last = await submit(form(), alice(NOW + retry * 60_000), base.ports);
      expect(last.issueKey).toBe('IT-1');
      expect(base.issues).toHaveLength(1);
      expect(await readRequest(token)).toMatchObject({ state: 'open', issueId: '1' });
    }),
    { numRuns: 150 },
  );
});

type Fault = { readonly at: number; readonly kind: 'busy' | 'lostReply' | 'crash' };

function clearFaults({ forge }: RequestWorld): void {
  forge.kvs.before = () => undefined;
  forge.kvs.after = () => undefined;
}

/** The nth thing the app does outside itself goes wrong: refused, done without an answer, or the function dies there. */
function withFault(base: RequestWorld, fault: Fault | undefined): SubmitPorts {
  clearFaults(base);
  if (!fault) return base.ports;
  let step = -1;
  let dead = false;
  const busy = { status: 429, body: { code: 'RATE_LIMIT_EXCEEDED', message: 'busy' } };
  const hits = () => {
    step += 1;
    if (dead) throw new Error('dead');
    if (step !== fault.at) return false;
    dead = fault.kind === 'crash';
    return true;
  };
  let hit = false;
  base.forge.kvs.before = () => {
    hit = hits();
    return hit && fault.kind === 'busy' ? busy : undefined;
  };
  base.forge.kvs.after = () =>
    hit && fault.kind !== 'busy' ? { status: 503, body: { code: 'GONE', message: 'no reply' } } : undefined;
  const create = base.ports.createAsApp;
  return {
    ...base.ports,
    createAsApp: async (issue, reporter) => {
      const struck = hits();
      if (struck && fault.kind === 'busy') throw new JiraUnavailable('It answered 503.');
      const made = await create(issue, reporter);
      if (struck) throw new JiraUnavailable('It answered 504.');
      return made;
    },
  };
}

it('a secret is written into the one field it is mapped to, and nowhere else', async () => {
  const form_ = [field('pin', { type: 'secret', required: true }), field('why')];
  const { fulfilment } = published().content;
  const item = published({
    form: form_,
    fulfilment: {
      ...fulfilment,
      summary: 'PIN {{field.pin}}',
      mappings: [{ jiraField: 'customfield_1', source: { kind: 'answer', field: 'pin' } }],
    },
  });
  const world = requestWorld(item);
  const asked = form({ answers: { pin: 'hunter2', why: 'lost' } });
  const first = await submit(asked, alice(), world.ports);
  const { fields, property } = world.issues[0]!;
  expect(fields['customfield_1']).toBe('hunter2');
  expect(JSON.stringify([{ ...fields, customfield_1: '' }, property])).not.toContain('hunter2');
  expect(JSON.stringify([...world.forge.kvs.rows])).not.toContain('hunter2');
  expect((await readRequest(token))?.answers).toEqual({ pin: DOTS, why: 'lost' });
  expect(await submit(asked, alice(NOW + 1_000), world.ports)).toEqual(first);
});

it.each([new JiraRefused(400, ['No.']), new JiraUnavailable('It answered 503.')])(
  'a secret is not kept where Jira made nothing: %s',
  async (failure) => {
    const item = published({
      form: [field('pin', { type: 'secret', required: true })],
      fulfilment: { ...published().content.fulfilment, summary: 'Card', mappings: [] },
    });
    const world = requestWorld(item, { createAsApp: async () => Promise.reject(failure) });
    const sent = submit(form({ answers: { pin: 'hunter2' } }), alice(), world.ports);
    await expect(sent).rejects.toBeDefined();
    expect(JSON.stringify([...world.forge.kvs.rows])).not.toContain('hunter2');
  },
);

it('what was answered last is known for the next time, of one’s own requests for the item, without secrets', async () => {
  const { ports } = requestWorld(published({ form: [field('why'), field('pin', { type: 'secret' })] }));
  await submit(form({ answers: { why: 'first', pin: 'hunter2' } }), alice(), ports);
  const later = form({ answers: { why: 'then' }, clientToken: 'token-0002' });
  await submit(later, alice(NOW + 60_000), ports);
  expect(await previousAnswers({ accountId: 'alice' }, 'laptop')).toEqual({ why: 'then' });
  expect(await previousAnswers({ accountId: 'boris' }, 'laptop')).toBeNull();
  expect(await previousAnswers({ accountId: 'alice' }, 'phone')).toBeNull();
});
