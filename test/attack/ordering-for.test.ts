/** Nobody orders for somebody who does not let them: of every call that takes for whom, at every moment. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { catalogCalls } from '../../src/catalog/calls';
import { requestCalls } from '../../src/requests/calls';
import { fileCalls } from '../../src/requests/file-calls';
import { accountOf, PEOPLE, type Person } from './support/people';
import { type CallName, ROWS } from './support/rows';
import { codeOf, HIDDEN_ITEM, marker, OPEN_ITEM, openScene, type Scene } from './support/scene';
import { leaksTo } from './support/secrets';

/** Every call that takes for whom it is; their payloads are else those of the other attacks. */
const CALLS = Object.entries({ ...catalogCalls, ...fileCalls, ...requestCalls }).flatMap(
  ([name, { payload }]) => ('for' in payload.entries ? [name as CallName] : []),
);

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
}, 240_000);
afterAll(() => scene.close());

const ask = (person: Person, name: CallName, more: object = {}) =>
  scene.call(person, name, { ...ROWS[name].payload(scene, 'requester'), ...more });
const name = (boss: Person, assistant: Person) =>
  scene.call(boss, 'people.nameAssistant', { assistant: accountOf(assistant) });
const drop = (boss: Person, assistant: Person) =>
  scene.call(boss, 'people.dropAssistant', { assistant: accountOf(assistant) });

it('are these', () => {
  expect(CALLS.toSorted()).toEqual([
    'files.begin',
    'portal.home',
    'portal.item',
    'portal.options',
    'portal.picture',
    'portal.words',
    'requests.saveDraft',
    'requests.submit',
  ]);
});

describe.each(CALLS)('%s', (call) => {
  it('is refused for whoever lets nobody, and for accounts that are not there, in the same words', async () => {
    const refused = new Set<string>();
    for (const person of PEOPLE.filter((each) => each !== 'anonymous' && each !== 'reader')) {
      for (const whom of [accountOf('approver'), 'no-such-account', '__proto__']) {
        if (whom === accountOf(person)) continue;
        const answer = await ask(person, call, { for: whom });
        expect([person, whom, codeOf(answer)]).toEqual([person, whom, 'FORBIDDEN']);
        refused.add(JSON.stringify(answer.error));
        expect(leaksTo(person, answer, scene)).toEqual([]);
      }
    }
    expect(refused.size).toBe(1);
  });

  it('is answered to who is named, from then on, until they are dropped, and to nobody they are named by', async () => {
    const expected = ROWS[call].answer('approver', 'requester');
    expect(expected).not.toBe('FORBIDDEN');
    await name('approver', 'requester');
    expect(codeOf(await ask('requester', call, { for: accountOf('approver') }))).toBe(expected);
    expect(codeOf(await ask('approver', call, { for: accountOf('requester') }))).toBe('FORBIDDEN');
    // An assistant of an assistant is nobody's.
    await name('requester', 'slaManager');
    expect(codeOf(await ask('slaManager', call, { for: accountOf('requester') }))).toBe(expected);
    expect(codeOf(await ask('slaManager', call, { for: accountOf('approver') }))).toBe('FORBIDDEN');
    await drop('approver', 'requester');
    expect(codeOf(await ask('requester', call, { for: accountOf('approver') }))).toBe('FORBIDDEN');
    await drop('requester', 'slaManager');
  });
});

it('shows what the other is entitled to, and no more of them than that', async () => {
  expect(codeOf(await scene.call('requester', 'portal.item', { itemId: HIDDEN_ITEM }))).toBe('NOT_FOUND');
  await name('approver', 'requester');
  const asked = { for: accountOf('approver') };
  const item = await scene.call('requester', 'portal.item', { itemId: HIDDEN_ITEM, ...asked });
  expect(codeOf(item)).toBe('ok');
  const home = await scene.call('requester', 'portal.home', asked);
  expect(JSON.stringify(home)).toContain(HIDDEN_ITEM);
  const { me, waiting, favourites, drafts } = home.value as Record<string, never>;
  expect(me).toMatchObject({ accountId: accountOf('requester'), roles: [] });
  expect([waiting, favourites]).toEqual([[], []]);
  // Only what the assistant began for them.
  for (const draft of drafts as unknown as readonly object[]) expect(draft).toMatchObject(asked);
  // What the approver has, decides and was answered stays theirs.
  for (const owner of ['requester', 'other'] as const)
    expect(JSON.stringify(home)).not.toContain(scene.of[owner].waitingId);
  await drop('approver', 'requester');
  expect(JSON.stringify(await scene.call('requester', 'portal.home'))).not.toContain(
    marker('nobody', 'item'),
  );
});

it('reads nothing of what the other once asked for or began', async () => {
  await name('other', 'requester');
  const asked = { for: accountOf('other') };
  for (const call of ['portal.home', 'portal.item', 'portal.words'] as const) {
    const text = JSON.stringify(await ask('requester', call, asked));
    for (const what of ['answer', 'draft', 'comment', 'leave', 'decision'])
      expect(text).not.toContain(marker('other', what));
    expect(text).not.toContain(scene.of.other.issueKey);
  }
  // Nor do the calls about requests know of it: they are each person's own.
  const own = await scene.call('requester', 'requests.get', { requestId: scene.of.other.requestId });
  expect(codeOf(own)).toBe('NOT_FOUND');
  await drop('other', 'requester');
});

it('refuses a form that is sent after it was taken back, and makes nothing of it', async () => {
  await name('other', 'requester');
  const asked = { for: accountOf('other') };
  const { value } = await scene.call('requester', 'portal.item', { itemId: OPEN_ITEM, ...asked });
  const { version } = (value as { item: { version: number } }).item;
  await drop('other', 'requester');
  const answers = {
    topic: 'benefits',
    recipient: accountOf('other'),
    neededBy: '2027-01-15',
    location: 'berlin',
    details: 'more and more',
  };
  const form = { clientToken: randomUUID(), itemId: OPEN_ITEM, itemVersion: version, answers };
  expect(codeOf(await scene.call('requester', 'requests.submit', { ...form, ...asked }))).toBe('FORBIDDEN');
  const { value: list } = await scene.call('other', 'requests.list', { scope: 'open' });
  expect(JSON.stringify(list)).not.toContain(form.clientToken);
  expect(codeOf(await scene.call('requester', 'requests.get', { requestId: form.clientToken }))).toBe(
    'NOT_FOUND',
  );
});

it('gives an assistant no role of whom they order for', async () => {
  await name('pledgeAdmin', 'requester');
  const { value } = await scene.call('requester', 'portal.home', { for: accountOf('pledgeAdmin') });
  expect((value as { me: object }).me).toMatchObject({ roles: [], jiraAdmin: false, edits: false });
  expect(codeOf(await scene.call('requester', 'settings.audit', { for: accountOf('pledgeAdmin') }))).not.toBe(
    'ok',
  );
  await drop('pledgeAdmin', 'requester');
});

it('tells each who orders for them and for whom they order, and nobody else', async () => {
  await name('other', 'requester');
  const homeOf = async (person: Person) =>
    (await scene.call(person, 'portal.home')).value as Record<'assistants' | 'ordersFor', { id: string }[]>;
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  expect(ids((await homeOf('other')).assistants)).toEqual([accountOf('agent'), accountOf('requester')]);
  expect(ids((await homeOf('requester')).ordersFor)).toEqual([accountOf('other')]);
  expect(ids((await homeOf('agent')).ordersFor)).toEqual([accountOf('other')]);
  for (const person of ['approver', 'auditor', 'pledgeAdmin'] as const) {
    const { assistants, ordersFor } = await homeOf(person);
    expect([assistants, ordersFor]).toEqual([[], []]);
  }
  await drop('other', 'requester');
  expect(ids((await homeOf('requester')).ordersFor)).toEqual([]);
});
