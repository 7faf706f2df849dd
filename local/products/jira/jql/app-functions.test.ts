import { describe, expect, it } from '@jest/globals';
import { APP, BOB, openDesk } from '../testing/desk.ts';
import { type JqlFunction } from '../../../kernel/jira-hooks.ts';

type Answer = Awaited<ReturnType<JqlFunction['compute']>>;

/** A desk with three issues, one function `urgent(word?)`, and everything the app was asked. */
async function setUp(answer: (args: readonly string[], operator: string) => Answer) {
  const desk = openDesk();
  const asked: string[] = [];
  desk.jira.registerJqlFunctions([
    {
      key: 'ari:x/urgent',
      name: 'urgent',
      operators: ['in', 'not in'],
      arguments: [{ name: 'word', required: false }],
      compute: async ({ clause }) => {
        asked.push(`${clause.operator} ${clause.functionName}(${clause.arguments.join()})`);
        return answer(clause.arguments, clause.operator);
      },
    },
  ]);
  for (const price of [1, 20, 30]) await desk.raise(BOB, { customfield_10004: price });
  const find = async (jql: string): Promise<unknown> => {
    const { status, body } = await desk.call(BOB, 'POST', 'search/jql', { jql });
    const found = body as { issues?: { id: string }[]; errorMessages?: string[] };
    return status === 200 ? found.issues?.length : found.errorMessages;
  };
  return { ...desk, asked, find };
}

describe('a JQL function of an app', () => {
  it('is replaced by what the app answers, and asked for once per arguments', async () => {
    const { find, asked } = await setUp((args, operator) => ({
      jql: args[0] === 'dear' ? 'Price > 10' : operator === 'in' ? 'Price > 25 OR Price < 5' : 'Price = 20',
    }));
    expect(await find('project = IT AND issue in urgent()')).toBe(2);
    expect(await find('issue in URGENT() AND Price > 5 ORDER BY Price')).toBe(1);
    expect(await find('issue not in urgent()')).toBe(1);
    expect(await find('NOT issue in urgent(dear)')).toBe(1);
    expect(asked).toEqual(['in urgent()', 'not in urgent()', 'in urgent(dear)']);
  });

  it('shows the app’s words when it refuses, and asks again after a minute', async () => {
    let refuse = true;
    const { find, asked, clock } = await setUp(() =>
      refuse ? { error: 'Say which.', stored: false } : { jql: 'Price > 10' },
    );
    expect(await find('issue in urgent()')).toEqual(['Say which.']);
    refuse = false;
    expect(await find('issue in urgent()')).toEqual(['Say which.']);
    await clock.advance(60_001);
    expect(await find('issue in urgent()')).toBe(2);
    expect(asked).toHaveLength(2);
  });

  it('is forgotten when nobody has used it for a week', async () => {
    const { find, asked, clock } = await setUp(() => ({ jql: 'Price > 10' }));
    await find('issue in urgent()');
    await clock.advance(6 * 86_400_000);
    await find('issue in urgent()');
    await clock.advance(6 * 86_400_000);
    await find('issue in urgent()');
    expect(asked).toHaveLength(1);
    await clock.advance(8 * 86_400_000);
    await find('issue in urgent()');
    expect(asked).toHaveLength(2);
  });

  it('is refused by Jira itself where it does not fit', async () => {
    const { find, asked } = await setUp(() => ({ jql: 'Price > 10' }));
    expect(await find('issue in urgent(a, b)')).toEqual([
      "Function 'urgent' expected between '0' and '1' arguments but received '2'.",
    ]);
    expect(await find('assignee in urgent()')).toEqual([expect.stringContaining('is not supported')]);
    expect(await find('issue = urgent()')).toEqual([expect.stringContaining("operator '='")]);
    expect(asked).toEqual([]);
  });
});

describe('a field that an app declares', () => {
  const field = { key: 'ari:x/static/due', name: 'Promised by', type: 'datetime', readOnly: true } as const;
  const fieldOf = async ({ call }: ReturnType<typeof openDesk>) =>
    ((await call(BOB, 'GET', 'field')).body as { id: string; name: string; schema?: object }[]).find(
      ({ name }) => name === 'Promised by',
    );

  it('is listed with its module as its type, keeps its id, and goes with its declaration', async () => {
    const desk = openDesk();
    desk.jira.registerFields([field]);
    const listed = await fieldOf(desk);
    expect(listed).toMatchObject({ schema: { type: 'datetime', custom: field.key } });
    desk.jira.registerFields([{ ...field, key: 'ari:x/static/other', name: 'Other' }, field]);
    expect((await fieldOf(desk))?.id).toBe(listed?.id);
    desk.jira.registerFields([]);
    expect(await fieldOf(desk)).toBeUndefined();
  });

  it('is written by the app alone: silently if it says so, and sorts a list then', async () => {
    const desk = openDesk();
    desk.jira.registerFields([field]);
    const id = (await fieldOf(desk))?.id ?? '';
    const [first, second] = [await desk.raise(BOB), await desk.raise(BOB)];
    const idOf = async (key: string) =>
      Number(((await desk.call(BOB, 'GET', `issue/${key}`)).body as { id: string }).id);
    const write = async (key: string, value: string | null, query = '') =>
      desk.call(APP, 'POST', `app/field/value${query}`, {
        updates: [{ customField: id, issueIds: [await idOf(key)], value }],
      });
    desk.events.length = 0;
    expect(
      (await write(first, '2026-11-25T10:00:00Z', '?generateChangelog=false&generateAppEvents=false')).status,
    ).toBe(204);
    expect(desk.events).toEqual([]);
    const history = (await desk.call(BOB, 'GET', `issue/${first}/changelog`)).body;
    expect(history).toMatchObject({ values: [] });
    await write(second, '2026-11-24T10:00:00Z', '?generateAppEvents=false');
    expect(desk.events).toEqual([]);
    const sorted = await desk.call(BOB, 'POST', 'search/jql', {
      jql: '"promised by" is not EMPTY ORDER BY "Promised by"',
      fields: [id],
    });
    expect((sorted.body as { issues: { key: string }[] }).issues.map(({ key }) => key)).toEqual([
      second,
      first,
    ]);
    const edit = await desk.call(BOB, 'PUT', `issue/${first}`, { fields: { [id]: null } });
    expect(edit.status).toBe(400);
    expect(
      (
        await desk.call(BOB, 'POST', 'app/field/value', {
          updates: [{ customField: id, issueIds: [1], value: null }],
        })
      ).status,
    ).toBe(403);
  });
});
