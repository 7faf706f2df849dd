import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { definitionsOf, metricOf } from '../testing/build';
import { judgingOf } from './build-history';
import { judgedBy, listensToComments, listensToInternal } from './comment-groups';
import { judgeComments, type Judging, type Standings, strangersIn } from './judge-comments';
import { fittedKept, type KeptComment, type KeptComments, MOST_KEPT } from './kept-comments';
import { changelogEntrySchema, commentSchema, type JiraComment } from './schema';

const at = (minute: number): number => Date.UTC(2026, 5, 1, 9, minute);

const comment = (parts: {
  readonly id?: string;
  readonly by?: string;
  readonly type?: string;
  readonly edited?: number;
  readonly internal?: boolean;
}): JiraComment =>
  v.parse(commentSchema, {
    id: parts.id ?? '5',
    author: { accountId: parts.by ?? 'ingrid', accountType: parts.type ?? 'atlassian' },
    created: at(5),
    updated: at(parts.edited ?? 5),
    jsdPublic: true,
    ...(parts.internal ? { visibility: { type: 'role', value: 'Service Desk Team' } } : {}),
  });

const standings: Standings = { ingrid: { agent: true }, boris: { agent: false } };
const judging = (parts: Partial<Judging> = {}): Judging => ({
  by: 'rule',
  groups: false,
  requestersAt: () => ['alice'],
  standings,
  readAt: at(59),
  ...parts,
});
const keeping = (of: KeptComments['of'], by = 'rule'): Partial<Judging> => ({ kept: { by, of } });
const factsOf = (given: JiraComment, parts: Partial<Judging> = {}) =>
  judgeComments([given], judging(parts)).facts;

describe('who wrote a comment', () => {
  test.each([
    ['the reporter', { by: 'alice' }, 'requester'],
    ['somebody of the desk', { by: 'ingrid' }, 'agent'],
    ['a colleague in no agents’ group', { by: 'boris' }, 'other'],
    ['an app', { by: 'bot', type: 'app' }, 'app'],
    ['a portal-only customer', { by: 'carl', type: 'customer' }, 'requester'],
    ['somebody Jira does not answer about', { by: 'mystery' }, 'other'],
  ])('%s', (_name, parts, author) => {
    expect(factsOf(comment(parts))).toMatchObject([{ kind: 'comment', author, public: true, at: at(5) }]);
  });

  test('an author who is gone is nobody’s agent', () => {
    expect(factsOf({ ...comment({}), author: null })).toMatchObject([{ author: 'other', by: null }]);
  });

  test('the beneficiary of a request asks, even when they are an agent elsewhere', () => {
    const asking: Standings = { ingrid: { agent: true, asks: true } };
    expect(factsOf(comment({}), { standings: asking })).toMatchObject([{ author: 'requester' }]);
  });

  test('a participant asks from when they took part', () => {
    const issue = { id: '7', key: 'IT-7', fields: { participants: [{ accountId: 'ingrid' }] } };
    const joined = (minute: number) => [
      v.parse(changelogEntrySchema, {
        id: '11',
        author: null,
        created: at(minute),
        items: [{ field: 'Request participants', fieldId: 'participants', from: '[]', to: '[ingrid]' }],
      }),
    ];
    const authorWhenJoined = (minute: number) =>
      judgeComments([comment({})], {
        ...judgingOf({ issue, changelog: joined(minute), participants: 'participants' }),
        standings,
      }).facts[0];
    expect(authorWhenJoined(3)).toMatchObject({ author: 'requester' });
    expect(authorWhenJoined(8)).toMatchObject({ author: 'agent' });
  });

  test('is judged by the reporter of then: a later one does not make the first an agent', () => {
    const changelog = [
      v.parse(changelogEntrySchema, {
        id: '11',
        author: { accountId: 'admin' },
        created: at(30),
        items: [{ field: 'reporter', fieldId: 'reporter', from: 'alice', to: 'boris' }],
      }),
    ];
    const issue = { id: '7', key: 'IT-7', fields: { reporter: { accountId: 'boris' } } };
    const { requestersAt } = judgingOf({ issue, changelog });
    expect([requestersAt(at(5)), requestersAt(at(30))]).toEqual([['alice'], ['boris']]);
    const everybody: Standings = { alice: { agent: true } };
    expect(factsOf(comment({ by: 'alice' }), { requestersAt, standings: everybody })).toMatchObject([
      { author: 'requester' },
    ]);
  });

  test('the verdict stays with what is remembered: leaving the team un-answers nothing', () => {
    const { kept } = judgeComments([comment({})], judging());
    expect(kept['5']).toEqual({ author: 'agent', created: at(5) });
    const left: Standings = { ingrid: { agent: false } };
    expect(factsOf(comment({}), { ...keeping(kept), standings: left })).toMatchObject([{ author: 'agent' }]);
    expect(strangersIn([comment({})], judging({ ...keeping(kept), standings: {} }))).toEqual([]);
  });

  test('another rule asks and judges anew, and keeps the verdict where Jira does not answer', () => {
    const { kept } = judgeComments([comment({})], judging());
    const byAnother = { ...judging(keeping(kept, 'another rule')), standings: { ingrid: { agent: false } } };
    expect(strangersIn([comment({})], byAnother)).toEqual(['ingrid']);
    expect(judgeComments([comment({})], byAnother).facts).toMatchObject([{ author: 'other' }]);
    expect(judgeComments([comment({})], { ...byAnother, standings: {} }).facts).toMatchObject([
      { author: 'agent' },
    ]);
  });

  test('nothing is remembered of an author nobody could judge: they are asked about again', () => {
    const { kept } = judgeComments([comment({ by: 'mystery' })], judging());
    expect(kept['5']).not.toHaveProperty('author');
    expect(strangersIn([comment({ by: 'mystery' })], judging(keeping(kept)))).toEqual(['mystery']);
  });

  test('groups that triggers name are remembered too', () => {
    const named: Standings = { ingrid: { agent: true, groups: ['second-line'] } };
    const { facts, kept } = judgeComments([comment({})], judging({ groups: true, standings: named }));
    expect(facts).toMatchObject([{ groups: ['second-line'] }]);
    expect(factsOf(comment({}), { groups: true, ...keeping(kept), standings: {} })).toMatchObject([
      { groups: ['second-line'] },
    ]);
    const withoutGroups = keeping({ '5': { author: 'agent', created: at(5) } });
    expect(strangersIn([comment({})], judging({ groups: true, ...withoutGroups }))).toEqual(['ingrid']);
  });

  test('each stranger is asked about once, never the reporter or an app', () => {
    const all = ['ingrid', 'ingrid', 'alice', 'bot'].map((by, n) =>
      comment({ id: String(n), by, type: by === 'bot' ? 'app' : 'atlassian' }),
    );
    expect(strangersIn(all, judging())).toEqual(['ingrid']);
  });
});

describe('since when a comment is public', () => {
  const internal: KeptComment = { author: 'agent', created: at(5), publicAt: null, edited: at(5) };

  test('an internal note made public counts from then', () => {
    const { kept } = judgeComments([comment({ internal: true })], judging());
    expect(kept['5']).toEqual(internal);
    const facts = factsOf(comment({ edited: 40 }), keeping(kept));
    expect(facts).toEqual([
      { kind: 'comment', at: at(5), id: '5', by: 'ingrid', author: 'agent', public: false },
      { kind: 'comment', at: at(40), id: '5.1', by: 'ingrid', author: 'agent', public: true, shown: true },
    ]);
  });

  test('when nothing tells of an edit, it is public from when it was seen so', () => {
    expect(factsOf(comment({}), keeping({ '5': internal }))[1]).toMatchObject({ at: at(59), public: true });
  });

  test('an edit of a note that stays internal does not date its becoming public', () => {
    const { kept } = judgeComments(
      [comment({ internal: true, edited: 20 })],
      judging(keeping({ '5': internal })),
    );
    expect(factsOf(comment({ edited: 20 }), keeping(kept))[1]).toMatchObject({ at: at(59) });
  });

  test('an edit of its words moves nothing', () => {
    const { kept } = judgeComments([comment({})], judging());
    expect(factsOf(comment({ edited: 40 }), keeping(kept))).toEqual(factsOf(comment({})));
  });

  test('an answer restricted later was given', () => {
    const { kept } = judgeComments([comment({})], judging());
    expect(factsOf(comment({ internal: true, edited: 40 }), keeping(kept))).toMatchObject([
      { at: at(5), public: true },
    ]);
    // Restricted to a role the app is not in, it is not even shown any more.
    expect(judgeComments([], judging(keeping(kept))).facts).toMatchObject([
      { at: at(5), id: '5', author: 'agent', public: true },
    ]);
  });

  test('one that was edited before it was ever seen may have been internal until then', () => {
    expect(factsOf(comment({ edited: 40 }))).toMatchObject([
      { at: at(5), public: false },
      { at: at(40), public: true, shown: true },
    ]);
  });

  test('shown, restricted and shown again, it stays public since the first time', () => {
    const shown = judgeComments([comment({ edited: 40 })], judging(keeping({ '5': internal }))).kept;
    const hidden = judgeComments([comment({ edited: 45, internal: true })], judging(keeping(shown))).kept;
    expect(factsOf(comment({ edited: 50 }), keeping(hidden))[1]).toMatchObject({ at: at(40) });
  });
});

describe('what is remembered', () => {
  test('is bounded: the first and the last comments of an issue', () => {
    const many = Object.fromEntries(
      Array.from({ length: MOST_KEPT + 10 }, (_, n) => [String(n), { created: at(0) + n }]),
    );
    const kept = Object.keys(fittedKept(many));
    expect(kept).toHaveLength(MOST_KEPT);
    expect([kept.includes('0'), kept.includes('205'), kept.includes(String(MOST_KEPT + 9))]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('names the rule it was judged by, whatever the order of its parts', () => {
    const plain = definitionsOf();
    expect(judgedBy(plain)).toBe(judgedBy({ ...plain, agents: { by: 'assignable' } }));
    const [one, other] = [
      ['a', 'b'],
      ['b', 'a'],
    ].map((groups) => judgedBy({ ...plain, agents: { by: 'groups', groups } }));
    expect(one).toBe(other);
    const role = (name: string) =>
      judgedBy({ ...plain, agents: { by: 'roles', roles: [{ id: '10002', name }] } });
    expect(role('Team')).toBe(role('Renamed'));
    expect(role('Team')).not.toBe(judgedBy(plain));
  });

  test('is needed only where a trigger, of today or of a former revision, listens to comments', () => {
    const listening = metricOf({ stop: [{ on: 'commented', by: ['agent'], audience: 'public' }] });
    expect([
      listensToComments(definitionsOf()),
      listensToComments(definitionsOf(listening)),
      listensToInternal(definitionsOf(listening)),
    ]).toEqual([false, true, false]);
    const former = [
      {
        version: 1,
        until: 0,
        scope: 'new' as const,
        metrics: [{ id: 'm', was: listening }],
        calendars: [],
        holidaySets: [],
        agreements: [],
      },
    ];
    expect(listensToComments({ ...definitionsOf(), former })).toBe(true);
  });
});
