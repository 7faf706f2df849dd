import path from 'node:path';
import { Hono, type Context } from 'hono';
import type { ForgeHost } from '../host';
import { bytesOf, fileWithin, typeOf } from './files';
import { forgeRoutes } from './forge-routes';
import { localRoutes } from './local-routes';
import type { People } from './people';
import { answerRest } from './rest-routes';
import { isOwnOrigin } from './session';

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
    app.all(pattern, async (c: Context) => {
      const product = host.products.get(name);
      if (product === undefined) return c.json({ message: `This site has no ${name}.` }, 404);
      return answerRest(c, product, people);
    });
  }
  app.get('*', (c) => {
    // The shell's routes are paths that no file has.
    const dir = deps.shellDir ?? '';
    const file = fileWithin(dir, new URL(c.req.url).pathname) ?? fileWithin(dir, 'index.html');
    if (deps.shellDir === undefined || file === undefined)
      return c.text('The local site runs. Its pages are not built yet: run npm start.', 200);
    return c.body(bytesOf(file), 200, {
      'content-type': typeOf(file),
      'cache-control': path.extname(file) === '.html' ? 'no-store' : 'no-cache',
    });
  });
  return app;
}
