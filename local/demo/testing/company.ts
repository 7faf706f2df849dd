import Database from 'libsql';
import { createConfluence } from '../../products/confluence';
import { createJira } from '../../products/jira';
import { standingClock } from '../../products/testing/clock';
import type { Actor, ProductResponse } from '../../kernel/types';
import { seedPeople } from '..';
import type { DemoSite } from '../apply/site';
import { account } from '../company/accounts';

/** The demo company in both products, with nothing in its spaces; `asked` names what was asked of the app. */
export function openCompany() {
  const deps = {
    db: new Database(':memory:'),
    clock: standingClock(Date.parse('2026-11-02T08:00:00Z')),
    baseUrl: 'https://site.example',
  };
  const jira = createJira(deps);
  const confluence = createConfluence({ ...deps, users: jira.users });
  const asked: string[] = [];
  const site: DemoSite = {
    now: deps.clock.now(),
    jira,
    confluence,
    permissionKeys: [],
    call: async (_accountId, functionKey) => void asked.push(functionKey),
    settle: async () => undefined,
    log: () => undefined,
    host: { processes: { recycle: () => undefined } },
  };
  seedPeople(site);
  const sent = (actor: Actor, method: string, path: string, body?: unknown): Promise<ProductResponse> =>
    jira.handle({
      method,
      path,
      headers: {},
      actor,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  /** Asks Jira as somebody of the company, by the name they sign in with; as the app by `app`. */
  const ask = (name: string, method: string, path: string, body?: unknown): Promise<ProductResponse> =>
    sent(name === 'app' ? { kind: 'app' } : { kind: 'user', accountId: account(name) }, method, path, body);
  return { db: deps.db, jira, confluence, site, asked, ask };
}
