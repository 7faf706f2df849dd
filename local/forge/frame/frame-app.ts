import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Hono } from 'hono';
import { LOCALES_DIR } from '../bundle/locales';
import type { SiteClock } from '../clock/site-clock';
import type { AppManifest } from '../manifest/model';
import { bytesOf, fileWithin, typeOf } from '../http/files';
import { resourceUrl } from '../http/module-list';
import { transpile } from '../worker/compile';
import { cspFor } from './csp';
import { themeCss } from './theme';

const HEAD = '<script src="/__forge/bridge.js"></script><link rel="stylesheet" href="/__forge/theme.css">';

export interface FrameAppDeps {
  readonly manifest: AppManifest;
  readonly clock: SiteClock;
  /** Folder of the bundle, which holds the translations. */
  readonly bundleDir: string;
  readonly shellOrigin: () => string;
  readonly objectsOrigin: () => string;
}

/** The origin on which the app's own pages live, apart from the site: `/RESOURCE/FILE`, with the CSP Forge would send. */
export function frameApp(deps: FrameAppDeps): Hono {
  const app = new Hono();
  const bridge = transpile(path.join(__dirname, 'bridge-client.ts'), 'script');
  app.get('/__forge/bridge.js', (c) => {
    const reading = JSON.stringify({ now: deps.clock.now(), running: deps.clock.running });
    return c.body(`globalThis.__siteClock = ${reading};\n${bridge}`, 200, {
      'content-type': typeOf('.js'),
      'cache-control': 'no-store',
    });
  });
  app.get('/__forge/theme.css', async (c) =>
    c.body(await themeCss(), 200, { 'content-type': typeOf('.css'), 'cache-control': 'max-age=3600' }),
  );
  // A page by its place in the manifest. Where entries are named, their files have to be called like them.
  app.get('/__forge/resource/:resource/:entry?', (c) => {
    const { resource, entry } = c.req.param();
    const url = resourceUrl(deps.manifest, '', entry === undefined ? resource : `${resource}/${entry}`);
    const named = entry === undefined || url?.endsWith(`/${entry}.html`);
    return url !== null && named ? c.redirect(url) : c.text('There is no such resource.', 404);
  });
  app.get('/:resource/*', (c) => {
    const resource = deps.manifest.resources.get(c.req.param('resource'));
    if (resource === undefined) return c.text('There is no such resource.', 404);
    const inside = new URL(c.req.url).pathname.split('/').slice(2).join('/') || 'index.html';
    const at = inside.indexOf(`${LOCALES_DIR}/`);
    const file =
      at === -1
        ? fileWithin(path.join(deps.manifest.appDir, resource.path), inside)
        : fileWithin(deps.bundleDir, inside.slice(at));
    if (file === undefined) return c.text('There is no such file.', 404);
    const headers = {
      'content-type': typeOf(file),
      'x-content-type-options': 'nosniff',
      'cache-control': cacheOf(file),
    };
    if (path.extname(file) !== '.html') return c.body(bytesOf(file), 200, headers);
    const html = readFileSync(file, 'utf8');
    return c.body(html.replace('<head>', `<head>${HEAD}`), 200, {
      ...headers,
      'content-security-policy': cspFor(
        html,
        deps.manifest.permissions,
        deps.shellOrigin(),
        deps.objectsOrigin(),
      ),
    });
  });
  return app;
}

/** Names with a content hash never change; everything else is asked for again. */
function cacheOf(file: string): string {
  return /-[\w-]{8}\.\w+$/.test(file) ? 'max-age=31536000, immutable' : 'no-cache';
}
