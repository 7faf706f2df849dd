import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listening {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Listens on this machine only. The application is looked up for each request, so that it may be replaced. */
export function listen(port: number, current: () => Hono | undefined): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const answer = (request: Request) =>
      current()?.fetch(request) ??
      new Response('The site is being prepared. Try again in a moment.', {
        status: 503,
        headers: { 'retry-after': '2' },
      });
    const server = serve({ fetch: answer, port, hostname: '127.0.0.1' }, (info) => {
      server.off('error', reject);
      resolve({ url: `http://localhost:${info.port}`, stop: () => stop(server as Server) });
    });
    server.once('error', reject);
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
