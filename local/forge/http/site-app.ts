import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Hono, type Context } from 'hono';
import type { ForgeHost } from '../host';
import { forgeRoutes } from './forge-routes';
import { localRoutes } from './local-routes';
import type { People } from './people';
import { answerRest } from './rest-routes';
import { isOwnOrigin } from './session';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface SiteAppDeps {
  readonly host: ForgeHost;
  readonly people: People;
  readonly tools: Hono | undefined;
  readonly siteUrl: string;
  readonly appUrl: string;
  readonly shellDir: string | undefined;
  readonly reset: () => Promise<void>;
}

/** The site's origin: the products' REST APIs, what the shell needs, and the shell itself on every other path. */
export function siteApp(deps: SiteAppDeps): Hono {
  const { host, people } = deps;
  const app = new Hono();
  app.use('*', async (c: Context, next) => {
    if (!isOwnOrigin(c, deps.siteUrl))
      return c.json({ error: { message: 'This origin may not change anything here.' } }, 403);
    await next();
    return undefined;
  });
  app.route('/__forge', forgeRoutes({ host, people, siteUrl: () => deps.siteUrl }));
  app.route('/__local', localRoutes({ host, people, appOrigin: () => deps.appUrl, reset: deps.reset }));
  if (deps.tools !== undefined) app.route('/__local', deps.tools);
  for (const [pattern, name] of [
    ['/rest/*', 'jira'],
    ['/wiki/rest/*', 'confluence'],
    ['/wiki/api/*', 'confluence'],
  ] as const) {
    app.all(pattern, (c: Context) => {
      const product = host.products.get(name);
      return product === undefined
        ? c.json({ message: `This site has no ${name}.` }, 404)
        : answerRest(c, product, people);
    });
  }
  app.get('*', (c) => {
    if (deps.shellDir === undefined || !existsSync(path.join(deps.shellDir, 'index.html'))) {
      return c.text('The local site runs. Its pages are not built yet: run npm start.', 200);
    }
    const file = shellFile(deps.shellDir, new URL(c.req.url).pathname);
    return c.body(new Uint8Array(readFileSync(file)), 200, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': path.extname(file) === '.html' ? 'no-store' : 'no-cache',
    });
  });
  return app;
}

/** The asked file, or the shell's page: its routes are paths that no file has. */
function shellFile(dir: string, pathname: string): string {
  const asked = path.resolve(dir, `.${decodeURIComponent(pathname)}`);
  const inside = asked.startsWith(`${path.resolve(dir)}${path.sep}`);
  return inside && statSync(asked, { throwIfNoEntry: false })?.isFile() === true
    ? asked
    : path.join(dir, 'index.html');
}
