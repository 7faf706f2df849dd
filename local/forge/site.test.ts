import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openFixture, type Fixture } from './testing/open-fixture';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await openFixture();
}, 60_000);
afterAll(() => fixture.site.close());

const basic = (login: string) => `Basic ${Buffer.from(`${login}:any`).toString('base64')}`;

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = { cookie: 'local_user=ada' },
) {
  const response = await fixture.site.request(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    headers: response.headers,
  };
}

describe('who is asking', () => {
  test('a session is chosen and kept in a cookie', async () => {
    const answer = await ask('POST', '/__local/session', { accountId: 'boris' }, {});
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toContain('local_user=boris');
    expect(
      (await ask('GET', '/__local/session', undefined, { cookie: 'local_user=boris' })).body,
    ).toMatchObject({
      person: { accountId: 'boris' },
      administrator: false,
    });
  });

  test('a person who does not exist cannot be chosen', async () => {
    expect((await ask('POST', '/__local/session', { accountId: 'nobody' })).status).toBe(404);
  });

  test('REST clients name a person by e-mail or account id and any password', async () => {
    const read = (login: string) =>
      ask('GET', '/rest/api/3/issue/IT-1', undefined, { authorization: basic(login) });
    expect((await read('ada@example.com')).status).toBe(200);
    expect((await read('ada')).status).toBe(200);
    expect((await read('boris')).status).toBe(404);
    expect((await read('stranger')).status).toBe(401);
  });

  test('pages of another origin change nothing', async () => {
    const answer = await ask(
      'POST',
      '/__local/clock',
      { advanceMs: 1 },
      { cookie: 'local_user=ada', origin: fixture.site.appUrl },
    );
    expect(answer.status).toBe(403);
  });
});

describe('what the parent of a frame asks', () => {
  const panel = { moduleKey: 'note-panel', extension: { issue: { key: 'IT-1' } } };

  test('the context is built from what the user may see', async () => {
    expect((await ask('POST', '/__forge/context', panel)).body['value']).toMatchObject({
      accountId: 'ada',
      locale: 'en_US',
      timezone: 'Europe/Berlin',
      moduleKey: 'note-panel',
      extension: {
        type: 'jira:issuePanel',
        issue: { id: '1', key: 'IT-1', type: 'Request', typeId: '3' },
        project: { id: '10', key: 'IT', type: 'service_desk' },
      },
    });
  });

  test('what a dialog is opened with stands beside what it is opened on', async () => {
    const opened = { ...panel, extension: { ...panel.extension, modal: { metricId: 'reply' } } };
    expect((await ask('POST', '/__forge/context', opened)).body['value']).toMatchObject({
      extension: { issue: { id: '1', key: 'IT-1' }, modal: { metricId: 'reply' } },
    });
  });

  test('an issue the user may not see gives no context and no invocation', async () => {
    const boris = { cookie: 'local_user=boris' };
    expect((await ask('POST', '/__forge/context', panel, boris)).status).toBe(403);
    expect((await ask('POST', '/__forge/invoke', { ...panel, functionKey: 'echo' }, boris)).status).toBe(403);
  });

  test('the account comes from the session, whatever the page says', async () => {
    const answer = await ask('POST', '/__forge/invoke', {
      ...panel,
      functionKey: 'echo',
      payload: { accountId: 'boris' },
      accountId: 'boris',
    });
    expect(answer.body['value']).toMatchObject({
      context: { accountId: 'ada' },
      payload: { accountId: 'boris' },
    });
  });

  test('admin pages are for administrators', async () => {
    const invoke = (user: string) =>
      ask(
        'POST',
        '/__forge/invoke',
        { moduleKey: 'note-admin', functionKey: 'echo' },
        { cookie: `local_user=${user}` },
      );
    expect((await invoke('ada')).status).toBe(200);
    expect((await invoke('boris')).status).toBe(403);
  });

  test('an error of the function comes with its words', async () => {
    const answer = await ask('POST', '/__forge/invoke', { ...panel, functionKey: 'fail' });
    expect(answer).toMatchObject({
      status: 200,
      body: { error: { message: 'There was an error invoking the function - It went wrong.' } },
    });
  });

  test('a payload over 500 KB is refused', async () => {
    const answer = await ask('POST', '/__forge/invoke', {
      ...panel,
      functionKey: 'echo',
      payload: 'x'.repeat(513_000),
    });
    expect(answer.body).toMatchObject({ error: { message: 'The payload is larger than 500 KB.' } });
  });

  test('product calls go as the user and stay within the scopes', async () => {
    const fetchIt = (path: string, method = 'GET') =>
      ask('POST', '/__forge/fetch', { product: 'jira', path, method });
    expect((await fetchIt('/rest/api/3/issue/IT-1')).body).toMatchObject({ status: 200 });
    expect((await fetchIt('/rest/api/3/issue/IT-1/comment', 'POST')).body).toMatchObject({ status: 401 });
    expect((await fetchIt('/rest/api/3/unknown')).body).toMatchObject({ status: 404 });
  });
});

describe("the app's own origin", () => {
  const load = (path: string) => fetch(`${fixture.site.appUrl}${path}`);

  test('serves pages with the bridge first and the policy Forge sends', async () => {
    const response = await load('/main/panel.html');
    const html = await response.text();
    expect(html.indexOf('/__forge/bridge.js')).toBeLessThan(html.indexOf('panel.js'));
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("'unsafe-inline'");
    expect(policy).toContain('sandbox allow-popups');
    expect(policy).not.toContain('allow-top-navigation');
    expect(policy).toContain(fixture.site.url);
  });

  test('finds the page of a dialog by its entry, whose file has to be called like it', async () => {
    const status = async (name: string) => (await load(`/__forge/resource/${name}`)).status;
    expect((await load('/__forge/resource/main/panel')).url).toBe(`${fixture.site.appUrl}/main/panel.html`);
    expect(await Promise.all(['main/other', 'main/unknown', 'unknown'].map(status))).toEqual([404, 404, 404]);
  });

  test('serves translations beside the page and nothing outside the resource', async () => {
    expect(await (await load('/main/__LOCALES__/ru-RU.json')).json()).toEqual({
      panel: { title: 'Заметки' },
    });
    expect((await load('/main/..%2fmanifest.yml')).status).toBe(404);
    expect((await load('/other/panel.html')).status).toBe(404);
  });
});

describe("the site's own API", () => {
  test('lists modules with titles in the language of the person', async () => {
    const titles = async (user: string) => {
      const { body } = await ask('GET', '/__local/modules', undefined, { cookie: `local_user=${user}` });
      return (body['modules'] as { title: string }[]).map((module) => module.title);
    };
    expect(await titles('ada')).toEqual(['Notes', 'Notes']);
    expect(await titles('boris')).toEqual(['Заметки', 'Notes']);
  });

  test('moves the clock forward and refuses to move it back', async () => {
    const before = await ask('GET', '/__local/clock');
    const after = await ask('POST', '/__local/clock', { advanceMs: 600_000 });
    expect(Date.parse(String(after.body['now'])) - Date.parse(String(before.body['now']))).toBe(600_000);
    expect((await ask('POST', '/__local/clock', { advanceMs: -1 })).status).toBe(400);
  });

  test('runs a function and a schedule on demand', async () => {
    const answer = await ask('POST', '/__local/invoke', {
      functionKey: 'resolver',
      call: 'echo',
      payload: { a: 1 },
      accountId: 'boris',
    });
    expect(answer.body).toMatchObject({
      outcome: 'ok',
      value: { payload: { a: 1 }, context: { accountId: 'boris' } },
    });
    expect((await ask('POST', '/__local/run-schedule', { moduleKey: 'tick' })).body).toMatchObject({
      outcome: 'ok',
    });
  });

  test('shows what is stored and what invocations used', async () => {
    await ask('POST', '/__local/run-schedule', { moduleKey: 'tick' });
    const { body } = await ask('GET', '/__local/storage?space=plain&prefix=ticks');
    expect((body['values'] as { key: string }[]).map((value) => value.key)).toEqual(['ticks']);
    const { invocations } = (await ask('GET', '/__local/invocations')).body as {
      invocations: { functionKey: string; storage: { writtenBytes: number } }[];
    };
    const tick = invocations.find(({ functionKey }) => functionKey === 'onTick');
    expect(tick?.storage.writtenBytes).toBeGreaterThan(0);
  });

  test('changes settings and faults and refuses senseless ones', async () => {
    expect((await ask('POST', '/__local/settings', { confluenceConnected: false })).body).toMatchObject({
      confluenceConnected: false,
    });
    expect((await ask('POST', '/__local/faults', { events: { drop: 2 } })).status).toBe(400);
    expect((await ask('POST', '/__local/faults', {})).status).toBe(200);
  });

  test('a reset brings back the first state', async () => {
    await ask('POST', '/__local/clock', { advanceMs: 600_000 });
    await ask('POST', '/__local/reset');
    expect((await ask('GET', '/__local/clock')).body['now']).toBe('2026-03-02T09:00:00.000Z');
    expect((await ask('GET', '/__local/storage')).body).toEqual({ spaces: [] });
  });
});
