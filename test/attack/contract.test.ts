/** Every call of the contract, sent by everybody, about their own things and about somebody else's. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { handlers } from '../../src/entry/resolvers';
import { accountOf, OWNERS, PEOPLE, type Person } from './support/people';
import { type CallName, ROWS } from './support/rows';
import { codeOf, marker, OPEN_ITEM, openScene, type Scene } from './support/scene';
import { leaksTo } from './support/secrets';

const CALLS = Object.keys(ROWS) as readonly CallName[];

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
}, 120_000);
afterAll(() => scene.close());

it('has a row for every call a screen may send', () => {
  expect(Object.keys(handlers).sort()).toEqual([...CALLS].sort());
});

describe('a call answers each person what the permission matrix says, and nothing of anybody else', () => {
  it.each(CALLS)('%s', async (name) => {
    const { payload, answer } = ROWS[name];
    const expected: string[] = [];
    const got: string[] = [];
    const leaks: string[] = [];
    for (const owner of OWNERS) {
      for (const person of PEOPLE) {
        const answered = await scene.call(person, name, payload(scene, owner));
        const line = (code: string) => `${person}, of ${owner}: ${code}`;
        expected.push(line(answer(person, owner)));
        got.push(line(codeOf(answered)));
        leaks.push(...leaksTo(person, answered, scene).map((what) => `${person} reads ${what}`));
      }
    }
    expect(got).toEqual(expected);
    expect(leaks).toEqual([]);
  });
});

it('tells the audit log who was refused what, and who searched for what is hidden', async () => {
  const told = await auditedBy('pledgeAdmin');
  const refused = CALLS.filter((name) =>
    OWNERS.some((owner) => ROWS[name].answer('reader', owner) === 'FORBIDDEN'),
  );
  expect(refused.length).toBeGreaterThan(20);
  for (const name of refused)
    expect(told).toContain(`settings.access.refused of call:${name} by ${accountOf('reader')}`);
  expect(told.some((each) => each.startsWith('settings.access.guessed'))).toBe(true);
});

/** The whole audit log as somebody reads it, newest first. */
async function auditedBy(person: Person): Promise<readonly string[]> {
  const told: string[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const { value } = (await scene.call(
      person,
      'settings.audit',
      cursor === undefined ? {} : { cursor },
    )) as {
      readonly value: AuditAnswer;
    };
    told.push(...value.entries.map(({ action, subject, by }) => `${action} of ${subject} by ${by}`));
    cursor = value.cursor;
  }
  return told;
}

interface AuditAnswer {
  readonly entries: readonly { readonly action: string; readonly subject: string; readonly by?: string }[];
  readonly cursor?: string;
}

describe('names that every object has', () => {
  const TRICKS = ['__proto__', 'constructor', 'toString'];

  it.each(CALLS)('are no ids: %s', async (name) => {
    const right = ROWS[name].payload(scene, 'other');
    for (const trick of TRICKS) {
      const answered = await scene.call('requester', name, withStrings(right, trick));
      expect(codeOf(answered)).not.toBe('INTERNAL');
      expect(leaksTo('requester', answered, scene)).toEqual([]);
    }
  });

  it.each(CALLS)('are no part of a payload: %s', async (name) => {
    const right = JSON.stringify(ROWS[name].payload(scene, 'other'));
    const admin = `{"accountId":"${accountOf('other')}","roles":["admin"],"jiraAdmin":true}`;
    for (const trick of [`"__proto__":${admin}`, `"constructor":{"prototype":${admin}}`]) {
      const payload: unknown = JSON.parse(right.replace(/^\{/, right === '{}' ? `{${trick}` : `{${trick},`));
      const answered = await scene.call('requester', name, payload);
      expect(codeOf(answered)).not.toBe('INTERNAL');
      expect(leaksTo('requester', answered, scene)).toEqual([]);
      expect(({} as Record<string, unknown>)['jiraAdmin']).toBeUndefined();
    }
  });
});

describe('a key that nothing reads', () => {
  // The sender's name and rights are such keys too: they come from Forge.
  const UNREAD = ['accountId', 'roles', 'jiraAdmin', 'requestedBy', 'asUser'];

  it.each(CALLS)('is refused wherever it stands: %s', async (name) => {
    const right = ROWS[name].payload(scene, 'requester');
    for (const payload of [...UNREAD.map((key) => ({ ...right, [key]: 'admin' })), ...withKeyInside(right)]) {
      expect(codeOf(await scene.call('pledgeAdmin', name, payload))).toBe('SCREEN_OUTDATED');
    }
  });
});

it('leaves everybody what was theirs', async () => {
  for (const owner of OWNERS) {
    const page = JSON.stringify(await scene.call(owner, 'portal.item', { itemId: OPEN_ITEM }));
    expect(page).toContain(marker(owner, 'draft'));
    const { requestId } = scene.of[owner];
    expect(JSON.stringify(await scene.call(owner, 'requests.get', { requestId }))).toContain(
      marker(owner, 'answer'),
    );
  }
});

/** Forms, a metric to simulate and files are told apart by their own schemas, with a place for each complaint; any value may be a key of a map. */
const OF_ITS_OWN = ['answers', 'metric', 'document', 'map'];

/** The same payload, each time with an unknown key in another of the objects it holds. */
function withKeyInside(payload: object): readonly object[] {
  return Object.entries(payload).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || OF_ITS_OWN.includes(key))
      return [];
    // The keys of a text are languages: another is refused as a value that does not fit.
    if ('en' in value) return [];
    return [{ ...value, unread: true }, ...withKeyInside(value)].map((inside) => ({
      ...payload,
      [key]: inside,
    }));
  });
}

/** The same payload with every text in it replaced. */
function withStrings(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((each) => withStrings(each, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withStrings(each, text)]));
}
