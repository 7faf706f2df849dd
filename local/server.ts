import path from 'node:path';
import { openSite, type Site } from './forge/site';
import { registerModules } from './forge/products/register-modules';
import { createJira } from './products/jira';

export type { Site } from './forge/site';

export interface SiteOptions {
  /** Folder of the site's state; `.local` of the app without it. */
  readonly dir?: string;
  /** Folder of the app; the repository without it. */
  readonly appDir?: string;
  /** Keeps nothing on disk but bundles. */
  readonly inMemory?: boolean;
  /** 0, the default, picks a free port. */
  readonly port?: number;
  readonly appPort?: number;
  /** True: time flows. False, the default: it stands until it is moved. */
  readonly realTime?: boolean;
  /** ISO-8601 instant at which a standing clock starts. */
  readonly startAt?: string;
  /** Fills a new site; see `local/demo`. */
  readonly seed?: (site: Site) => Promise<void>;
  readonly workers?: number;
}

const ROOT = path.resolve(__dirname, '..');

/** Opens a local site with Jira, Confluence, the app of this repository and the shell. Close it when done. */
export function createSite(options: SiteOptions = {}): Promise<Site> {
  const appDir = options.appDir ?? ROOT;
  return openSite({
    dir: options.dir ?? path.join(ROOT, '.local'),
    appDir,
    inMemory: options.inMemory ?? false,
    port: options.port ?? 0,
    appPort: options.appPort ?? 0,
    realTime: options.realTime ?? false,
    ...(options.startAt === undefined ? {} : { startAt: options.startAt }),
    ...(options.workers === undefined ? {} : { workers: options.workers }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    shellDir: path.join(ROOT, '.local', 'shell'),
    connect: ({ db, clock, baseUrl, host }) => {
      const jira = createJira({ db, clock, baseUrl });
      registerModules(host.manifest, jira);
      return { products: [jira], people: jira.users };
    },
  });
}
