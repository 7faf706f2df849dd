import path from 'node:path';
import { moduleAri } from './forge/installation';
import type { People } from './forge/http/people';
import { registerModules } from './forge/products/register-modules';
import { openSite, type Site } from './forge/site';
import type { Runner } from './forge/worker/pool';
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

export interface SiteOptions {
  /** Folder of the site's state; `.local` of the repository without it. */
  readonly dir?: string;
  /** Folder of the app; the repository without it. */
  readonly appDir?: string;
  /** Which of the sites in `dir`; `site` without it. */
  readonly name?: string;
  /** Keeps nothing on disk but bundles. */
  readonly inMemory?: boolean;
  /** 0, the default, picks a free port. */
  readonly port?: number;
  readonly appPort?: number;
  /** True: time flows. False, the default: it stands until it is moved. */
  readonly realTime?: boolean;
  /** ISO-8601 instant at which a standing clock starts. */
  readonly startAt?: string;
  /** Fills a new site. */
  readonly seed?: (site: LocalSite) => Promise<void>;
  readonly workers?: number;
  /** Runs app code instead of threads, from its sources: for tests that call the app many times. */
  readonly runner?: Runner;
  /** A site whose app's processes serve this one too, as another installation. It must stay open as long. */
  readonly neighbour?: Site;
  /** Where progress is told; nowhere without it. */
  readonly log?: (line: string) => void;
}

const ROOT = path.resolve(__dirname, '..');

/** Opens a local site with Jira, Confluence, the app of this repository and the shell. Close it when done. */
export async function createSite(options: SiteOptions = {}): Promise<LocalSite> {
  const { seed, log = () => undefined } = options;
  const site = await openSite({
    dir: options.dir ?? path.join(ROOT, '.local'),
    appDir: options.appDir ?? ROOT,
    name: options.name,
    inMemory: options.inMemory ?? false,
    port: options.port ?? 0,
    appPort: options.appPort ?? 0,
    realTime: options.realTime ?? false,
    startAt: options.startAt,
    workers: options.workers,
    runner: options.runner,
    neighbour: options.neighbour,
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
