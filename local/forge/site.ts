import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Hono } from 'hono';
import type { Clock, Db, Product } from '../kernel/types';
import { openDatabase, readSetting, writeSetting } from './database';
import { frameApp } from './frame/frame-app';
import { ForgeHost } from './host';
import { listen } from './http/listen';
import type { People } from './http/people';
import { siteApp } from './http/site-app';
import { objectApp } from './object-store/object-app';
import type { Runner } from './worker/pool';

export interface OpenSiteOptions {
  /** Folder of the site's state: the database, bundles. */
  readonly dir: string;
  readonly appDir: string;
  /** Name of the database in `dir`, without its `.db`; `site` without it. */
  readonly name?: string | undefined;
  /** Keeps nothing on disk but bundles. */
  readonly inMemory?: boolean;
  /** 0 picks a free one. */
  readonly port: number;
  readonly appPort: number;
  /** True: time flows. False: it stands until it is moved. */
  readonly realTime: boolean;
  /** ISO-8601 instant at which a standing clock starts. */
  readonly startAt?: string | undefined;
  readonly workers?: number | undefined;
  /** Runs app code instead of threads; the app is then not bundled. */
  readonly runner?: Runner | undefined;
  /** A site whose app's processes serve this one too, as another installation. It must stay open as long. */
  readonly neighbour?: Site | undefined;
  /** The built shell, served at `/`; nothing there answers a plain notice. */
  readonly shellDir?: string;
  /** Makes the products over the site's database and clock. */
  readonly connect: (deps: {
    readonly db: Db;
    readonly clock: Clock;
    readonly baseUrl: string;
    readonly host: ForgeHost;
  }) => {
    readonly products: readonly Product[];
    readonly people: People;
    /** Served beside the site's own API: what the shell offers of the products that their REST APIs do not. */
    readonly tools?: Hono;
  };
  /** Fills an empty site: once, and again after a reset. */
  readonly seed?: ((site: Site) => Promise<void> | void) | undefined;
}

export interface Site {
  readonly host: ForgeHost;
  readonly people: People;
  readonly products: readonly Product[];
  readonly clock: ForgeHost['clock'];
  /** Origin of the shell and of the products' REST APIs. */
  readonly url: string;
  /** Origin of the app's own pages. */
  readonly appUrl: string;
  /** A request to the site's origin without the network, for tests. */
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const DEFAULT_START = '2026-11-02T08:00:00.000Z';
const DEFAULT_WORKERS = 4;

/** What a reset throws away and makes anew. */
interface Running {
  readonly db: Db;
  readonly host: ForgeHost;
  readonly people: People;
  readonly products: readonly Product[];
  readonly app: Hono;
  readonly frames: Hono;
  readonly objects: Hono;
}

/** Opens a local site: platform, products, web servers. Answers once it can be used. */
export async function openSite(options: OpenSiteOptions): Promise<Site> {
  let running: Running | undefined;
  const current = (): Running => {
    if (running === undefined) throw new Error('The site is not open.');
    return running;
  };
  const front = await listen(options.port, () => running?.app);
  const frames = await listen(options.appPort, () => running?.frames);
  const objects = await listen(0, () => running?.objects);
  const file =
    options.inMemory === true ? ':memory:' : path.join(options.dir, `${options.name ?? 'site'}.db`);

  const site: Site = {
    get host() {
      return current().host;
    },
    get people() {
      return current().people;
    },
    get products() {
      return current().products;
    },
    get clock() {
      return current().host.clock;
    },
    url: front.url,
    appUrl: frames.url,
    request: async (target, init) => current().app.request(`${front.url}${target}`, init),
    reset: async () => {
      await shutDown(current());
      running = undefined;
      removeDatabase(file);
      await begin();
    },
    close: async () => {
      if (running !== undefined) await shutDown(running);
      running = undefined;
      await Promise.all([front.stop(), frames.stop(), objects.stop()]);
    },
  };

  const begin = async () => {
    running = await build(options, file, site, objects.url);
    const { host, db } = running;
    if (readSetting(db, 'seeded') === undefined) await fill(site, options);
    writeSetting(db, 'seeded', true);
    host.announceLifecycle();
    host.clock.wake();
  };

  if (file !== ':memory:' && !isSeeded(file)) removeDatabase(file);
  try {
    await begin();
  } catch (error) {
    await site.close();
    throw error;
  }
  return site;
}

async function build(
  options: OpenSiteOptions,
  file: string,
  site: Site,
  objectsUrl: string,
): Promise<Running> {
  const db = openDatabase(file);
  const host = await ForgeHost.create({
    appDir: options.appDir,
    workDir: options.dir,
    db,
    realTime: options.realTime,
    startAt: Date.parse(options.startAt ?? DEFAULT_START),
    workers: options.workers ?? DEFAULT_WORKERS,
    runner: options.runner,
    neighbour: options.neighbour?.host,
  });
  const { products, people, tools } = options.connect({ db, clock: host.clock, baseUrl: site.url, host });
  for (const product of products) host.connect(product);
  host.objects.origin = objectsUrl;
  const shellDir = options.shellDir;
  const app = siteApp({
    host,
    people,
    tools,
    siteUrl: site.url,
    appUrl: site.appUrl,
    shellDir,
    reset: () => site.reset(),
  });
  const frames = frameApp({
    manifest: host.manifest,
    clock: host.clock,
    bundleDir: host.bundleDir,
    shellOrigin: () => site.url,
    objectsOrigin: () => objectsUrl,
  });
  return { db, host, people, products, app, frames, objects: objectApp(host.objects, site.appUrl) };
}

/** Seeds a new site with limits lifted and no process forgotten unasked: building a company takes hundreds of calls. */
async function fill(site: Site, options: OpenSiteOptions): Promise<void> {
  if (options.seed === undefined) return;
  const { settings, processes } = site.host;
  const [{ rateLimits }, { warm }] = [settings.current, processes];
  settings.change({ rateLimits: false });
  processes.warm = 1;
  await options.seed(site);
  settings.change({ rateLimits });
  processes.warm = warm;
}

async function shutDown(running: Running): Promise<void> {
  await running.host.close();
  running.db.close();
}

function isSeeded(file: string): boolean {
  if (!existsSync(file)) return false;
  const db = openDatabase(file);
  const seeded = readSetting(db, 'seeded') === true;
  db.close();
  return seeded;
}

function removeDatabase(file: string): void {
  if (file === ':memory:') return;
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}
