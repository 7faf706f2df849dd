import { bySelf, form, NOW } from '../../../test/support/request-world';
import { installFakeForge } from '../../../test/support/fake-forge';
import { content, field, published, request } from '../../../test/support/samples';
import { FOR_ALL, NOBODY } from '../../catalog/domain/audience/entitlement';
import type { ItemContent, PublishedItem } from '../../catalog/domain/model';
import { AppFailure, JiraUnavailable, notFound } from '../../kernel/errors';
import type { IssueNow } from '../../platform/jira/issues/issues-now';
import type { RequestDocument } from '../domain/model';
import { formNow } from './form-now';
import { requestWrites } from '../records/store';
import { transact } from '../../platform/storage/transact';

const asker = (accountId = 'boris', by?: string) => ({ accountId, by, now: NOW, groups: async () => [] });
const keep = (...all: readonly RequestDocument[]) =>
  Promise.all(all.map((doc) => transact(requestWrites(null, { ...doc, rev: 1 }))));

const titles: Record<string, string> = { '100': 'The printer jams on floor three', '200': 'A new chair' };
const issue = (id: string): IssueNow => ({
  ...{ id, key: `IT-${id}`, summary: titles[id] ?? 'Printer jams again on floor three' },
  ...{ status: { id: '1', category: 'new' }, reporter: 'boris', isAssigned: false },
  updated: '2026-03-01T10:00:00.000+0000',
});

function world(over: Partial<ItemContent> = {}) {
  installFakeForge('boris');
  const item = published(over);
  const asked: unknown[] = [];
  return {
    item,
    asked,
    ports: {
      itemInVersion: async (_: string, version: number): Promise<PublishedItem> =>
        version === 2 ? published({ form: [field('other')] }, 2) : item,
      publishedItem: async () => item,
      issuesNow: async (ids: readonly string[]) => new Map(ids.map((id) => [id, issue(id)])),
      promisesOf: async () => new Map(),
      mayBrowse: async () => new Set<string>(),
      withLevel: async () => new Set<string>(),
      namesOf: async () => new Map<string, string>(),
      maySee: bySelf,
      groupsOf: async () => [],
      factsOf: async (_: unknown, asking: object) => {
        asked.push(asking);
        return { '@place': 'Berlin' };
      },
    },
  };
}
type World = ReturnType<typeof world>;
const now = ({ item, ports }: World, over = {}, person = asker(), compares = false) =>
  formNow(form(over), item, person, compares, ports);

describe('how the item is offered to who fills its form', () => {
  it('is said to be as it was filled, and changed once it asks something else', async () => {
    expect(await now(world())).toEqual({ offered: 'same' });
    expect(await now(world(), { itemVersion: 3 })).toEqual({ offered: 'same' });
    expect(await now(world(), { itemVersion: 2 })).toEqual({ offered: 'changed' });
  });

  it('is retired, with what replaces it, or gone, without a word on why; then nothing else is told', async () => {
    const { ports } = world({ joining: { shows: 'why' } });
    await keep(request({ requester: 'boris', beneficiary: 'boris' }));
    const retired = new AppFailure('ITEM_RETIRED', '', { params: { replacedBy: 'phone', name: 'Laptop' } });
    expect(await formNow(form(), retired, asker(), true, ports)).toEqual({
      offered: 'retired',
      replacedBy: 'phone',
    });
    expect(await formNow(form(), notFound('This item'), asker(), true, ports)).toEqual({ offered: 'gone' });
  });
});

describe('somebody else whom it names', () => {
  const naming = (access: 'restricted' | 'delegated', over: Partial<ItemContent> = {}) => {
    const questions = [
      field('who', { type: 'user' }),
      field('desk', { visibleWhen: { field: '@place', op: 'is', value: 'Berlin' } }),
    ];
    return world({ form: questions, onBehalf: { field: 'who', access }, ...over });
  };
  const forAnn = { answers: { who: 'ann' } };
  const onlyBoris = { entitlement: { ...FOR_ALL, availableFor: { ...NOBODY, users: ['boris'] } } };

  it('is told of what the conditions know, once named, and of nobody else', async () => {
    const there = naming('restricted');
    expect(await now(there, forAnn)).toMatchObject({
      whom: { accountId: 'ann', facts: { '@place': 'Berlin' } },
    });
    expect(there.asked).toMatchObject([{ requester: 'boris', beneficiary: 'ann' }]);
    expect(await now(naming('restricted'), { answers: { who: 'boris' } })).toEqual({ offered: 'same' });
    expect(await now(naming('restricted'), { answers: {} })).toEqual({ offered: 'same' });
  });

  it('is out of reach where a restricted item is not theirs: nothing is told of them but that', async () => {
    const there = naming('restricted', onlyBoris);
    expect(await now(there, forAnn)).toEqual({
      offered: 'same',
      whom: { accountId: 'ann', problem: 'notForThem' },
    });
    expect(there.asked).toEqual([]);
    expect(await now(naming('delegated', onlyBoris), forAnn)).toMatchObject({
      whom: { facts: { '@place': 'Berlin' } },
    });
  });

  it('is not known where Jira does not tell, and nothing is said while it can’t be reached', async () => {
    const untold = naming('restricted');
    untold.ports.maySee = async () => null;
    expect(await now(untold, forAnn)).toMatchObject({ whom: { problem: 'untoldOfThem' } });
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    untold.ports.maySee = () => Promise.reject(new JiraUnavailable('maySee'));
    expect(await now(untold, forAnn)).toEqual({ offered: 'same' });
  });
});

describe('what was asked already', () => {
  const typed = { answers: { why: 'printer jams on floor three' } };
  const mine = (id: string, issueId: string, over: Partial<RequestDocument> = {}) =>
    request({ id, issueId, issueKey: `IT-${issueId}`, requester: 'boris', beneficiary: 'boris', ...over });

  it('of one’s own: open ones of the item that say nearly the same, the likest first', async () => {
    const there = world();
    await keep(
      ...[mine('mine', '100'), mine('other', '200'), mine('over', '300', { state: 'closed' })],
      ...[mine('chair', '400', { itemId: 'chair' })],
      request({ id: 'alices', issueId: '500' }),
    );
    const { similar } = await now(there, typed, asker(), true);
    expect(similar?.own).toEqual([
      {
        ...{ id: 'mine', title: 'The printer jams on floor three' },
        stage: { id: 'received', name: content().stages[0]?.name, kind: 'open' },
        receivedAt: '2026-03-10T10:00:00.000Z',
      },
    ]);
    expect(similar?.colleagues).toEqual([]);
  });

  it('is not told of words that Jira withholds by now', async () => {
    const there = world();
    there.ports.issuesNow = async (ids) =>
      new Map(ids.map((id) => [id, { ...issue(id), reporter: 'maria' }]));
    await keep(mine('mine', '100'));
    expect((await now(there, typed, asker(), true)).similar?.own).toEqual([]);
  });

  it('is compared only where that is wanted, and never in somebody’s place', async () => {
    const there = world();
    await keep(mine('mine', '100'));
    expect(await now(there, typed)).toEqual({ offered: 'same' });
    expect(await now(there, typed, asker('boris', 'anna'), true)).toEqual({ offered: 'same' });
  });
});
