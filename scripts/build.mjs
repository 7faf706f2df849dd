/** Builds the app's screens and the local site's shell. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';

for (const config of ['static/vite.config.mts', 'local/shell/vite.config.mts']) {
  const run = spawnSync('npx', ['vite', 'build', '--config', config, '--logLevel', 'warn'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
