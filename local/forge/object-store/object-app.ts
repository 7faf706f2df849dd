import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { ObjectStore } from './object-store';

/** The origin of the signed addresses, which the app's pages reach straight from the browser. */
export function objectApp(objects: ObjectStore, appOrigin: string): Hono {
  const app = new Hono();
  app.use(
    '*',
    cors({ origin: appOrigin, allowMethods: ['GET', 'PUT'], allowHeaders: ['content-type', 'range'] }),
  );
  app.all('/fos/app/*', async (c) => {
    const { status, headers, body } = objects.serve({
      path: new URL(c.req.url).pathname,
      method: c.req.method,
      headers: c.req.header(),
      body: new Uint8Array(await c.req.arrayBuffer()),
    });
    return new Response(typeof body === 'object' ? Buffer.from(body) : body, { status, headers: headers });
  });
  return app;
}
