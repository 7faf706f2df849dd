/** What the local site gives a page of the app, against the reference of Forge's bridge and of its modules. */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import ts from 'typescript';
import { adminPageOf } from '../../local/shell/chrome/app-links';
import { addressOf } from '../../local/shell/frame/navigate';
import type { Module } from '../../local/shell/lib/site';

interface History {
  readonly location: { readonly pathname: string };
  readonly push: (path: string) => unknown;
  readonly listen: (listener: (place: { readonly pathname: string }) => void) => unknown;
  readonly [member: string]: unknown;
}
interface Sent {
  readonly type: string;
  readonly id?: number;
  readonly path?: string;
}

/** The bridge in a page whose parent answers each call with the path the page begins at. */
async function historyOfPage(at: string): Promise<{ history: History; sent: readonly Sent[] }> {
  const source = readFileSync(path.join(__dirname, '../../local/forge/frame/bridge-client.ts'), 'utf8');
  const { outputText } = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  const sent: Sent[] = [];
  const listeners: ((event: object) => void)[] = [];
  const parent = {
    postMessage: (message: Sent) => {
      sent.push(message);
      const data = { forge: true, type: 'reply', id: message.id, ok: true, value: { path: at } };
      if (message.type === 'call')
        for (const hear of listeners)
          hear({ source: parent, data: vm.runInContext(`(${JSON.stringify(data)})`, page) as unknown });
    },
  };
  const window = {
    parent,
    addEventListener: (type: string, listener: (event: object) => void) =>
      void (type === 'message' && listeners.push(listener)),
  };
  const page = vm.createContext({ window, URL, __siteClock: { now: 0, running: false } });
  vm.runInContext(outputText, page);
  const bridge = (page as { __bridge: { callBridge: (command: string) => Promise<History> } }).__bridge;
  return { history: await bridge.callBridge('createHistory'), sent };
}

const isPromise = (value: unknown): boolean => typeof value === 'object' && value !== null && 'then' in value;

describe('the history of a page (view.createHistory)', () => {
  it('has the documented members and no others: no createHref', async () => {
    const { history } = await historyOfPage('/catalog');
    expect(Object.keys(history).sort()).toEqual(
      ['action', 'location', 'push', 'replace', 'go', 'goBack', 'goForward', 'listen'].sort(),
    );
    expect(history.location.pathname).toBe('/catalog');
  });

  it('answers by promises, listening included', async () => {
    const { history } = await historyOfPage('/');
    const heard: string[] = [];
    const listening = history.listen(({ pathname }) => void heard.push(pathname));
    expect(isPromise(listening)).toBe(true);
    const stop = (await listening) as () => unknown;
    const pushed = history.push('/requests');
    expect([isPromise(pushed), heard]).toEqual([true, []]);
    await pushed;
    expect(heard).toEqual(['/requests']);
    const stopped = stop();
    expect(isPromise(stopped)).toBe(true);
    await stopped;
    await history.push('/board');
    expect(heard).toEqual(['/requests']);
  });

  it('tells its place as of when it was made', async () => {
    const { history, sent } = await historyOfPage('/');
    await history.push('/requests');
    expect(history.location.pathname).toBe('/');
    expect(sent.at(-1)).toMatchObject({ type: 'history', path: '/requests' });
  });
});

describe('a module named as a target (router.navigate)', () => {
  const to = (target: string) =>
    addressOf({ newTab: false, target: 'module', params: { moduleKey: 'pledge-portal', path: target } });

  it('has the path appended as it is', () => {
    expect(to('/requests?state=open')).toBe('/jira/apps/pledge/requests?state=open');
    expect(to('requests')).toBe('/jira/apps/pledgerequests');
  });
});

describe('an admin page (jira:adminPage)', () => {
  const page = (raw: object) => ({ key: 'settings', type: 'jira:adminPage', raw }) as unknown as Module;

  it('is left out of the side bar when it is the configuration of the app', () => {
    expect(adminPageOf([page({})])?.key).toBe('settings');
    expect(adminPageOf([page({ useAsConfig: true })])).toBeUndefined();
    expect(adminPageOf([page({ useAsConfig: true }), page({})])?.raw).toEqual({});
  });
});
