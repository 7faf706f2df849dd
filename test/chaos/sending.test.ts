/** Sending under trouble: whatever goes wrong on the way, it ends with one request or a kept draft, and what people are told is so. */
import { readDrafts } from '../../src/requests/drafts/draft-store';
import { readOwnDraft } from '../../src/requests/drafts/open-drafts';
import { alice } from '../support/request-world';
import { seeded } from './chaos-site';
import { type Fault, SendingSite, Tab } from './sending-site';

const TOKEN = 'token-of-form-1';
const SECOND = 'token-of-form-2';
const MINUTE = 60_000;

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});

/** A form that was kept as a draft before it is sent. */
async function begun(site = new SendingSite()) {
  const tab = new Tab(site, '1', TOKEN);
  await tab.save();
  return { site, tab };
}

/** Presses until it is sent, as long as that may help; waits a little more each time. */
async function insist(tab: Tab, site: SendingSite): Promise<void> {
  for (const pause of [1_000, 5_000, 40_000, MINUTE]) {
    await site.wait(pause);
    const told = await tab.send();
    if ('sent' in told || !told.retryable) return;
  }
  throw new Error('It can not be sent.');
}

/** Everything that the app does by itself is done. */
async function settle(site: SendingSite): Promise<void> {
  for (const pause of [2, 15, 60, 1_440]) await site.wait(pause * MINUTE);
}

/** How many things sending does outside itself where nothing goes wrong. */
async function placesOf(): Promise<number> {
  const { tab } = await begun();
  return (await tab.send()).places;
}

describe('the function dies', () => {
  const everywhere = async (kind: Fault['kind'], then: (fault: Fault) => Promise<void>) => {
    const places = await placesOf();
    expect(places).toBeGreaterThanOrEqual(5);
    for (let at = 0; at < places; at += 1)
      for (const when of ['before', 'after'] as const) await then({ at, kind, when });
  };

  it('at any place, and the form is sent again: one request, whatever had been done by then', async () => {
    const ended: number[] = [];
    await everywhere('dies', async (fault) => {
      const { site, tab } = await begun();
      const first = await tab.send(fault);
      expect(first).toMatchObject({ code: 'INTERNAL' });
      ended.push(site.issues.length);
      await insist(tab, site);
      await settle(site);
      expect([fault, await site.outcome(TOKEN), site.issues.length]).toEqual([fault, 'request', 1]);
      expect(await readDrafts('alice', site.clock.now)).toEqual([]);
    });
    // In some places nothing was made before, in others it was: both were tried.
    expect(new Set(ended)).toEqual(new Set([0, 1]));
  });

  it('at any place, and nobody comes back: a request that is finished by itself, or the draft', async () => {
    const ends = new Set<string>();
    await everywhere('dies', async (fault) => {
      const { site, tab } = await begun();
      await tab.send(fault);
      await settle(site);
      const end = await site.outcome(TOKEN);
      expect([fault, end]).toEqual([fault, site.issues.length === 1 ? 'request' : 'draft']);
      ends.add(end);
    });
    expect(ends).toEqual(new Set(['request', 'draft']));
  });

  it('nowhere, but storage and Jira refuse or lose their answer: the same', async () => {
    await everywhere('busy', async (fault) => {
      const { site, tab } = await begun();
      const told = await tab.send(fault);
      if (!('sent' in told)) await insist(tab, site);
      await settle(site);
      expect([fault, await site.outcome(TOKEN), site.issues.length]).toEqual([fault, 'request', 1]);
    });
  });
});

describe('two tabs', () => {
  it('send one form at once: one request, and each is told of it', async () => {
    const { site, tab } = await begun(new SendingSite(seeded(7)));
    const other = new Tab(site, '2', TOKEN);
    await other.open();
    const told = await Promise.all([tab.send(), other.send()]);
    expect(told.filter((each) => 'sent' in each)).toHaveLength(1);
    for (const each of [tab, other]) {
      await site.wait(40_000);
      expect(await each.send()).toMatchObject({ sent: TOKEN });
    }
    expect(await site.outcome(TOKEN)).toBe('request');
  });

  it('send one draft with other answers: the slower one is told, loses nothing, and can be another request', async () => {
    const { site, tab } = await begun();
    const other = new Tab(site, '2', TOKEN);
    await other.open();
    other.answers = { ...other.answers, why: 'I want a second one' };
    expect(await tab.send()).toMatchObject({ sent: TOKEN });
    expect(await other.send()).toMatchObject({ code: 'ALREADY_SENT' });
    expect(await other.save()).toMatchObject({ code: 'ALREADY_SENT' });
    other.token = SECOND;
    expect(await other.send()).toMatchObject({ sent: SECOND });
    expect([await site.outcome(TOKEN), await site.outcome(SECOND)]).toEqual(['request', 'request']);
  });

  it('change one draft: the slower one is told, and neither’s answers are overwritten', async () => {
    const { site, tab } = await begun();
    const other = new Tab(site, '2', TOKEN);
    await other.open();
    tab.answers = { why: 'By the first' };
    other.answers = { why: 'By the second' };
    expect(await tab.save()).toEqual({ sent: '' });
    expect(await other.save()).toMatchObject({ code: 'DRAFT_CHANGED', retryable: false });
    expect(await other.save()).toMatchObject({ code: 'DRAFT_CHANGED' });
    other.token = SECOND;
    expect(await other.save()).toEqual({ sent: '' });
    const kept = await Promise.all(
      [TOKEN, SECOND].map(
        async (token) => (await readOwnDraft(token, alice(site.clock.now), site.world.ports)).answers,
      ),
    );
    expect(kept.map(([first]) => first?.answer)).toEqual(['By the first', 'By the second']);
  });

  it('send two drafts of one item at once: two requests, and no draft is left', async () => {
    const { site, tab } = await begun(new SendingSite(seeded(3)));
    const other = new Tab(site, '2', SECOND, { why: 'For the lab', due: '2026-05-01' });
    await other.save();
    const told = await Promise.all([tab.send(), other.send()]);
    expect(told).toMatchObject([{ sent: TOKEN }, { sent: SECOND }]);
    await settle(site);
    expect([await site.outcome(TOKEN), await site.outcome(SECOND)]).toEqual(['request', 'request']);
    expect(await readDrafts('alice', site.clock.now)).toEqual([]);
  });
});

it('on a slow line, sends once: pressed again while it is being sent, and again once it is', async () => {
  const { site, tab } = await begun(new SendingSite(seeded(5)));
  // The screen has given up waiting; the function has not.
  const first = tab.send();
  const second = await tab.send();
  expect('sent' in second || second).toMatchObject({ code: 'BEING_SENT', retryable: true });
  await first;
  expect(await tab.send()).toMatchObject({ sent: TOKEN });
  expect([await site.outcome(TOKEN), site.issues.length]).toEqual(['request', 1]);
});

describe('the item changes between opening and sending', () => {
  it('is sent all the same where it still asks the same', async () => {
    const { site, tab } = await begun();
    site.publish(true);
    expect(await tab.send()).toMatchObject({ sent: TOKEN });
    expect(await site.outcome(TOKEN)).toBe('request');
  });

  it('is told where it asks something else; the draft goes along with what has no place, and is sent once', async () => {
    const { site, tab } = await begun();
    site.publish(false);
    expect(await tab.send()).toMatchObject({ code: 'FORM_CHANGED' });
    expect(await site.outcome(TOKEN)).toBe('draft');
    tab.carry();
    expect(tab.others.map(({ answer }) => answer)).toEqual(['2026-04-01']);
    expect(await tab.save()).toEqual({ sent: '' });
    const own = await readOwnDraft(TOKEN, alice(site.clock.now), {
      itemInVersion: async (_, version) => site.versions.find((each) => each.version === version) ?? null,
    });
    expect(own.answers.map(({ answer }) => answer)).toEqual(['Mine is broken', '2026-04-01']);
    expect(await tab.send()).toMatchObject({ sent: TOKEN });
    expect([await site.outcome(TOKEN), site.issues.length]).toEqual(['request', 1]);
  });

  it.each([
    ['retired', 'ITEM_RETIRED'],
    ['hidden', 'NOT_FOUND'],
  ] as const)(
    'is told that it is %s; the answers are kept, and sent where they are taken',
    async (state, code) => {
      const { site, tab } = await begun();
      site.state = state;
      tab.answers = { ...tab.answers, why: 'Typed after it went' };
      expect(await tab.send()).toMatchObject({ code, draft: 'kept', retryable: false });
      expect(await tab.save()).toEqual({ sent: '' });
      expect([await site.outcome(TOKEN), site.issues.length]).toEqual(['draft', 0]);
      tab.itemId = 'laptop-2';
      tab.version = 1;
      expect(await tab.save()).toEqual({ sent: '' });
      expect((await readDrafts('alice', site.clock.now)).map(({ itemId }) => itemId)).toEqual(['laptop-2']);
      expect(await tab.send()).toMatchObject({ sent: TOKEN });
      expect([await site.outcome(TOKEN, 'laptop-2'), site.issues.length]).toEqual(['request', 1]);
      expect(await readDrafts('alice', site.clock.now)).toEqual([]);
    },
  );

  it('keeps nothing of an item that somebody never could order', async () => {
    const site = new SendingSite();
    site.state = 'hidden';
    const tab = new Tab(site, '1', TOKEN);
    expect(await tab.save()).toMatchObject({ code: 'NOT_FOUND' });
    expect(await tab.send()).toMatchObject({ code: 'NOT_FOUND', draft: 'none' });
    expect(await site.outcome(TOKEN)).toBe('nothing');
  });
});

it.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'all of it at once, as it comes (%i)',
  async (seed) => {
    const random = seeded(seed);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
    const site = new SendingSite(random);
    const tabs = [new Tab(site, '1', TOKEN), new Tab(site, '2', TOKEN), new Tab(site, '3', SECOND)];
    const kept = new Set<string>();
    const fault = (): Fault | undefined =>
      random() < 0.35
        ? { at: Math.floor(random() * 14), kind: pick(['dies', 'busy']), when: pick(['before', 'after']) }
        : undefined;
    const acts = (tab: Tab): readonly (() => Promise<unknown>)[] => [
      async () => {
        if ('sent' in (await tab.save(fault()))) kept.add(tab.token);
      },
      async () => {
        const told = await tab.send(fault());
        if ('draft' in told && told.draft === 'kept') kept.add(tab.token);
        if ('code' in told && told.code === 'FORM_CHANGED') tab.carry();
      },
      async () => void (tab.answers = { ...tab.answers, why: `Typed ${Math.floor(random() * 3)}` }),
      () => tab.open(),
      () => site.wait(pick([500, 5_000, 40_000])),
      async () => site.publish(random() < 0.5),
      async () => void (site.state = pick(['offered', 'offered', 'retired', 'hidden'])),
    ];
    for (let round = 0; round < 12; round += 1)
      await Promise.all(tabs.filter(() => random() < 0.6).map((tab) => pick(acts(tab))()));
    site.state = 'offered';
    await settle(site);
    for (const token of [TOKEN, SECOND]) {
      const end = await site.outcome(token);
      if (end !== 'request') expect([token, end]).toEqual([token, kept.has(token) ? 'draft' : end]);
    }
  },
);
