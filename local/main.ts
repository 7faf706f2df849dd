import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { seedDemo, seedPeople } from './demo';
import { createSite } from './server';

const DEFAULT_PORT = 8080;

/** Starts the local site, of the demo company or of one that has just begun, and keeps it running until the process is told to stop. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: String(DEFAULT_PORT) },
      'app-port': { type: 'string' },
      dir: { type: 'string', default: path.resolve(__dirname, '..', '.local') },
      fresh: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
    },
  });
  const dir = path.resolve(values.dir);
  const port = Number(values.port);
  const appPort = values['app-port'] === undefined ? (port === 0 ? 0 : port + 1) : Number(values['app-port']);
  // Each has a database of its own: an empty site neither shows the demo nor costs it.
  const name = values.empty ? 'empty' : 'site';
  if (values.fresh) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path.join(dir, `${name}.db${suffix}`), { force: true });
  }
  const site = await createSite({
    dir,
    name,
    port,
    appPort,
    realTime: true,
    log: console.log,
    seed: values.empty ? seedPeople : seedDemo,
  });
  console.log(welcome(site.url, values.empty));
  const stop = (): void => {
    void site.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

const welcome = (url: string, empty: boolean): string => `
The local site is ready:  ${url}

  ${empty ? `Start at  ${url}/jira/settings/apps/pledge  as admin: there are people and spaces, and nothing of Pledge.` : `Start at  ${url}/jira/apps/pledge  and search for a laptop.`}
  Switch the person, move the clock and look inside with the controls in the top bar.
  Stop with Ctrl+C. The state stays; ${empty ? 'npm start -- --empty --fresh begins anew' : 'npm run reset restores the demo'}.
`;

main().catch((error: unknown) => {
  const words = error instanceof Error ? error.message : String(error);
  const taken = words.includes('EADDRINUSE') ? ' Choose another one: npm start -- --port 9000.' : '';
  console.error(`The local site did not start: ${words}.${taken}`);
  process.exitCode = 1;
});
