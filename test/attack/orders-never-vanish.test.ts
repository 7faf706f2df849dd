/** What somebody sends becomes their request or they are told that it did not: no token answers for what it does not stand for. */
import { saveDraft } from '../../src/requests/drafts/drafts';
import { openDrafts } from '../../src/requests/drafts/open-drafts';
import { readRequest } from '../../src/requests/records/store';
import { submit } from '../../src/requests/sending/submit';
import type { SubmitPorts } from '../../src/requests/sending/submission';
import { JiraUnavailable } from '../../src/kernel/errors';
import { keepDraft, storedDraft } from '../support/drafts';
import { alice, form, NOW, requestWorld, token } from '../support/request-world';
import { published } from '../support/samples';

const keeping = { by: 'form-of-tab-1', turn: 1, others: [] };
const other = { why: 'I want a second one', due: '2026-04-01' };

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});

it.each([
  ['other answers', form({ answers: other })],
  ['another item', form({ itemId: 'phone' })],
  ['another version', form({ itemVersion: 2 })],
  ['no answers', form({ answers: {} })],
])('never answers a used token with %s as sent, and names the request it made', async (_, again) => {
  const { issues, ports } = requestWorld();
  await submit(form(), alice(), ports);
  await expect(submit(again, alice(NOW + 60_000), ports)).rejects.toMatchObject({
    code: 'ALREADY_SENT',
    params: { key: 'IT-1', requestId: token },
  });
  expect(issues).toHaveLength(1);
});

it('answers the same form as sent again, however it is written, and drops its draft', async () => {
  const { issues, ports } = requestWorld();
  const first = await submit(form(), alice(), ports);
  await keepDraft('alice');
  const again = form({ answers: { due: '2026-04-01', why: ' Mine is broken ', hidden: 'x' } });
  expect(await submit(again, alice(NOW + 60_000), ports)).toEqual(first);
  expect([issues.length, await storedDraft('alice')]).toEqual([1, null]);
});

it('takes no draft under the token of a sent request, and drops one that slipped in', async () => {
  const { ports } = requestWorld();
  await submit(form(), alice(), ports);
  await expect(saveDraft(form({ answers: other }), keeping, alice(), ports)).rejects.toMatchObject({
    code: 'ALREADY_SENT',
    params: { key: 'IT-1' },
  });
  expect(await storedDraft('alice')).toBeNull();
  await keepDraft('alice');
  expect(await openDrafts(alice(), 'laptop', undefined)).toEqual({ draft: null, drafts: [] });
  expect(await storedDraft('alice')).toBeNull();
});

it('leaves no draft behind when a save overtaken by the sending lands last', async () => {
  const base = requestWorld();
  const slow: SubmitPorts = {
    ...base.ports,
    findItem: async (id, person) => {
      await submit(form(), alice(), base.ports);
      return base.ports.findItem(id, person);
    },
  };
  await saveDraft(form(), keeping, alice(), slow);
  expect(await storedDraft('alice')).toBeNull();
});

it('keeps the draft of another form of the same item', async () => {
  const { ports } = requestWorld();
  await keepDraft('alice', { clientToken: 'token-of-tab-2' });
  await submit(form(), alice(), ports);
  expect(await storedDraft('alice', 'token-of-tab-2')).not.toBeNull();
  expect((await openDrafts(alice(), 'laptop', undefined)).draft).not.toBeNull();
});

it('keeps the answers an issue was made with when others are sent after its answer was lost', async () => {
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
  await expect(submit(form(), alice(), ports)).rejects.toMatchObject({ code: 'JIRA_UNAVAILABLE' });
  lost.on = false;
  await expect(submit(form({ answers: other }), alice(NOW + 60_000), ports)).rejects.toMatchObject({
    code: 'ALREADY_SENT',
    params: { key: 'IT-1' },
  });
  expect(await readRequest(token)).toMatchObject({ state: 'open', answers: form().answers });
  expect(base.issues).toHaveLength(1);
  const second = await submit(
    form({ clientToken: 'token-0000-0002', answers: other }),
    alice(NOW + 90_000),
    ports,
  );
  expect(second.issueKey).toBe('IT-2');
});

it('sends other answers under the same token where the first try made nothing', async () => {
  const base = requestWorld();
  const down: SubmitPorts = {
    ...base.ports,
    createAsApp: async () => Promise.reject(new JiraUnavailable('It answered 503.')),
  };
  await expect(submit(form(), alice(), down)).rejects.toMatchObject({ code: 'JIRA_UNAVAILABLE' });
  await submit(form({ answers: other }), alice(NOW + 60_000), base.ports);
  expect(await readRequest(token)).toMatchObject({ state: 'open', answers: other });
});

describe('a version published meanwhile', () => {
  const world = (over: Parameters<typeof published>[0]) => {
    const [old, current] = [published(), published(over, 2)];
    return requestWorld(current, {
      itemInVersion: async (_, version) => ({ 1: old, 2: current })[version] ?? null,
    });
  };

  it('refuses nothing when its form is the same, and the retry is still the same request', async () => {
    const { issues, ports } = world({ keywords: ['notebook', 'computer'] });
    const first = await submit(form(), alice(), ports);
    expect(await submit(form(), alice(NOW + 1_000), ports)).toEqual(first);
    expect(issues).toHaveLength(1);
    expect(await readRequest(token)).toMatchObject({ itemVersion: 2, formVersion: 1 });
  });

  it.each([
    ['asks something else', { form: [] }],
    ['has another price', { price: { amount: 10, currency: 'EUR' } }],
  ])('is not ordered unseen when it %s', async (_, over) => {
    const { issues, ports } = world(over);
    await expect(submit(form(), alice(), ports)).rejects.toMatchObject({ code: 'FORM_CHANGED' });
    expect(issues).toEqual([]);
  });
});
