/**
 * Starts the local site: installs and builds what is missing or stale, then runs it.
 * Options go through: --port N (and the app's own origin on N+1 or --app-port N), --fresh (a new demo), --empty.
 */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { ensureBuilt } from './lib/built.mjs';
import { ensurePackages } from './lib/install.mjs';

ensurePackages();
ensureBuilt();

const site = spawn('npx', ['tsx', 'local/main.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
// Ctrl+C reaches the site itself; this process only waits for it to finish.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => site.kill(signal));
site.on('exit', (code) => process.exit(code ?? 0));
