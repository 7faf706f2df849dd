/** What stands on a page was put there by whoever edits it: a card, a byline, a copy. It gives no right and is not believed. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountOf, PEOPLE, type Person } from './support/people';
import { HIDDEN_ITEM, marker, OPEN_ITEM, openScene, type Scene } from './support/scene';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
}, 120_000);
afterAll(() => scene.close());

describe('the card of an item that stands on a page', () => {
  const PLACES = ['macro', 'jira:globalPage', 'confluence:contentBylineItem', 'jira:issueContext'];

  it.each(PLACES)('tells nothing of it to who is not entitled, in %s', async (type) => {
    for (const person of PEOPLE.filter((each) => each !== 'approver' && each !== 'anonymous')) {
      const placed = { type, config: { itemId: HIDDEN_ITEM }, content: { id: scene.openPageId } };
      const payload = { itemId: HIDDEN_ITEM, pageId: scene.openPageId };
      const { error } = await scene.call(person, 'knowledge.macro', payload, placed);
      expect([person, error?.code]).toEqual([person, 'NOT_FOUND']);
    }
  });

  it('answers the same for an item that does not exist', async () => {
    const answers = [HIDDEN_ITEM, 'no-such-item'].map((itemId) =>
      scene.call('requester', 'knowledge.macro', { itemId }, { type: 'macro', config: { itemId } }),
    );
    const [hidden, missing] = await Promise.all(answers);
    expect(hidden).toEqual(missing);
  });

  it('counts what its viewer may see', async () => {
    const { pageId } = scene.of.requester;
    const solved = async (person: Person) => {
      const card = await scene.call(person, 'knowledge.macro', { itemId: OPEN_ITEM, pageId });
      return (card.value as { solved: number }).solved;
    };
    expect(await solved('agent')).toBe(1);
    scene.site.confluence.restrict(pageId, [{ operation: 'read' }]);
    expect(await solved('other')).toBe(0);
  });
});

describe('a byline', () => {
  const properties = (pageId: string) => `/wiki/api/v2/pages/${pageId}/properties`;
  const rest = async (person: Person, method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await scene.site.confluence.handle({
      method,
      path,
      headers: { 'content-type': 'application/json' },
      actor: { kind: 'user', accountId: accountOf(person) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${String(answer.status)}`);
    return answer.body;
  };
  const bylineOf = async (pageId: string) => {
    const { results } = (await rest('agent', 'GET', `${properties(pageId)}?key=pledge-byline`)) as {
      results: { id: string; value: unknown; version: { number: number } }[];
    };
    return results[0];
  };
  const FORGED = { title: 'Solved 9999 requests', tooltip: marker('nobody', 'forged') };

  it('that an editor of the page wrote is put right', async () => {
    const pageId = scene.openPageId;
    const { issueId } = scene.of.other;
    await scene.call('agent', 'knowledge.link', { issueId, pageId, kind: 'resolved' });
    const right = await bylineOf(pageId);
    expect(right?.value).toMatchObject({ title: expect.stringContaining('solved 1 request') });
    await rest('other', 'PUT', `${properties(pageId)}/${right?.id ?? ''}`, {
      key: 'pledge-byline',
      value: FORGED,
      version: { number: (right?.version.number ?? 0) + 1 },
    });
    const daily = scene.site.host.manifest.schedules.find(({ interval }) => interval === 'day');
    if (daily === undefined) throw new Error('Nothing runs daily.');
    await scene.site.host.runSchedule(daily);
    expect((await bylineOf(pageId))?.value).toEqual(right?.value);
  });

  it('does not stay on a copy of the page', async () => {
    const { id } = scene.site.confluence.importPage({
      space: 'HR',
      title: 'Copy of something',
      storage: '<p>Copied</p>',
      author: accountOf('other'),
      createdAt: scene.site.now,
      properties: { 'pledge-byline': FORGED },
    });
    scene.site.host.events.emit({
      eventType: 'avi:confluence:copied:page',
      at: scene.site.now,
      selfGenerated: false,
      payload: { content: { id, type: 'page' }, originContentId: scene.openPageId },
    });
    await scene.site.clock.advance(10_000);
    expect(await bylineOf(id)).toBeUndefined();
  });
});

describe('the audit', () => {
  it('tells its reader who did what, and nothing of work items they may not browse', async () => {
    const { value } = await scene.call('auditor', 'settings.audit');
    const { entries } = value as { entries: { action: string; withheld?: true; by: string }[] };
    const approved = entries.filter(({ action }) => action === 'request.approved');
    expect(approved.map(({ by, withheld }) => [by, withheld])).toEqual([
      [accountOf('approver'), true],
      [accountOf('approver'), true],
    ]);
    expect(JSON.stringify(value)).not.toContain(scene.of.requester.issueKey);
  });

  it('tells all to a reader who may browse them', async () => {
    const answer = JSON.stringify(await scene.call('jiraAdmin', 'settings.audit'));
    expect(answer).toContain(marker('requester', 'decision'));
    expect(answer).not.toContain('withheld');
  });
});

describe('the catalog behind the portal', () => {
  it('tells whoever manages only SLAs its services, and of no item', async () => {
    const { value } = await scene.call('slaManager', 'catalog.structure');
    const { services, ...rest } = value as { services: unknown[] };
    expect(services.length).toBeGreaterThan(0);
    expect(Object.values(rest as Record<string, object>).flatMap((part) => Object.keys(part))).toEqual([]);
    const refused = await scene.call('slaManager', 'catalog.items');
    expect(refused.error?.code).toBe('FORBIDDEN');
  });
});
