import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';

const ROOT = path.resolve(__dirname, '../..');
const START_TIMEOUT_MS = 180_000;

/** Starts a fresh site with the demo company and a standing clock; answers how to stop it. */
export default async function startSite(): Promise<() => Promise<void>> {
  const { url, stop } = await spawnSite();
  process.env['SITE_URL'] = url;
  return stop;
}

/** A site of a process of its own. `env` says which: `SITE_EMPTY` has people and spaces, and nothing of Pledge. */
export async function spawnSite(
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const site = spawn(process.execPath, ['--import', 'tsx', 'test/browser/site-process.ts'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('The local site did not start in time.')),
      START_TIMEOUT_MS,
    );
    let output = '';
    site.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /READY (http:\/\/\S+)/.exec(output);
      if (found?.[1] === undefined) return;
      clearTimeout(timer);
      resolve(found[1]);
    });
    site.on('exit', (code) => reject(new Error(`The local site ended with ${code}.\n${output}`)));
  });
  return {
    url,
    stop: async () => {
      site.kill();
      await once(site, 'exit');
    },
  };
}
