import path from 'node:path';
import { moduleAri } from './forge/installation';
import type { People } from './forge/http/people';
import { registerModules } from './forge/products/register-modules';
import { openSite, type OpenSiteOptions, type Site } from './forge/site';
import { createConfluence, type Confluence } from './products/confluence';
import { createJira, type Jira } from './products/jira';
import type { Users } from './products/users/directory';
import { siteTools } from './site-tools';

/** An open site with its products, for tests, seeds and the command line. */
export interface LocalSite extends Site {
  readonly jira: Jira;
  readonly confluence: Confluence;
  /** How Jira names the permissions the app declares. */
  readonly permissionKeys: readonly string[];
  /** Calls a resolver of the app as this person, as its pages would; throws with the function's words when it fails. */
  readonly call: (accountId: string, functionKey: string, payload?: unknown) => Promise<unknown>;
  /** The site's clock, UTC milliseconds. */
  readonly now: number;
  /** Waits until everything that is due now, and what that makes due, is done. */
  readonly settle: () => Promise<void>;
  /** Tells whoever started the site what is going on. */
  readonly log: (line: string) => void;
}

/** As of a site of any app, but each may be left out: then it is this repository's, of its state in `.local`, on free ports. */
export interface SiteOptions extends Partial<Omit<OpenSiteOptions, 'connect' | 'seed' | 'shellDir'>> {
  /** Fills a new site. */
  readonly seed?: (site: LocalSite) => Promise<void> | void;
  /** Where progress is told; nowhere without it. */
  readonly log?: (line: string) => void;
}

const ROOT = path.resolve(__dirname, '..');

/** Opens a local site with Jira, Confluence, the app of this repository and the shell. Close it when done. */
export async function createSite(options: SiteOptions = {}): Promise<LocalSite> {
  const { seed, log = () => undefined, ...given } = options;
  const site = await openSite({
    dir: path.join(ROOT, '.local'),
    appDir: ROOT,
    port: 0,
    appPort: 0,
    realTime: false,
    ...given,
    seed: seed === undefined ? undefined : (opened) => seed(withProducts(opened, log)),
    shellDir: path.join(ROOT, '.local', 'shell'),
    connect: ({ db, clock, baseUrl, host }) => {
      const jira = createJira({ db, clock, baseUrl });
      const confluence = createConfluence({ db, clock, baseUrl, users: jira.users });
      registerModules(host.manifest, jira, (module, payload) => host.runForJira(module, payload));
      const people = peopleOf(jira.users);
      return { products: [jira, confluence], people, tools: siteTools(jira, people) };
    },
  });
  return withProducts(site, log);
}

const peopleOf = (users: Users): People => ({
  all: () => users.all(),
  get: (accountId) => users.get(accountId),
  setLocale: (accountId, locale) => {
    const user = users.get(accountId);
    if (user !== undefined) users.create({ ...user, locale });
  },
});

/** The site with its products by name. Looked up at each use: a reset makes new ones. */
function withProducts(site: Site, log: (line: string) => void): LocalSite {
  const product = <T>(name: string): T => {
    const found = site.products.find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`The site has no ${name}.`);
    return found as T;
  };
  const own = {
    get jira() {
      return product<Jira>('jira');
    },
    get confluence() {
      return product<Confluence>('confluence');
    },
    get permissionKeys() {
      const { manifest } = site.host;
      return manifest.modules
        .filter((m) => m.type === 'jira:globalPermission')
        .map((m) => moduleAri(manifest, m.key));
    },
    get now() {
      return site.clock.now();
    },
    settle: () => site.clock.drain(),
    log,
    call: (accountId: string, functionKey: string, payload?: unknown) =>
      callResolver(site, accountId, functionKey, payload),
  };
  return Object.defineProperties(own, Object.getOwnPropertyDescriptors(site)) as typeof own & Site;
}

async function callResolver(
  site: Site,
  accountId: string,
  functionKey: string,
  payload: unknown,
): Promise<unknown> {
  const module = site.host.manifest.modules.find((candidate) => candidate.resolverFunction !== undefined);
  if (module?.resolverFunction === undefined) throw new Error('The app has no resolver.');
  const { key: moduleKey, resolverFunction } = module;
  const result = await site.host.resolve({
    moduleKey,
    functionKey: resolverFunction,
    call: functionKey,
    payload,
    accountId,
  });
  if (result.outcome !== 'ok') throw new Error(result.error);
  return result.value;
}
