import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** What is built for browsers, from which folders, and where the result shows. */
const TARGETS = [
  {
    name: "the app's screens",
    config: 'static/vite.config.mts',
    sources: ['static', 'src', 'locales'],
    output: 'static/build',
  },
  {
    name: "the site's pages",
    config: 'local/shell/vite.config.mts',
    sources: ['local/shell', 'local/forge/bridge-parent'],
    output: '.local/shell/index.html',
  },
];

const files = (dir) =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return entry.name === 'build' ? [] : files(path);
    return entry.name.includes('.test.') ? [] : [path];
  });

function hashOf(sources) {
  const hash = createHash('sha256');
  for (const path of ['package-lock.json', ...sources.filter((dir) => existsSync(dir)).flatMap(files)].sort())
    hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

/** Builds the screens and the shell where their sources changed since the last build. */
export function ensureBuilt() {
  for (const { name, config, sources, output } of TARGETS) {
    const marker = join('.local/built', config.replaceAll('/', '-'));
    const hash = hashOf(sources);
    if (existsSync(output) && existsSync(marker) && readFileSync(marker, 'utf8') === hash) continue;
    console.log(`Building ${name} …`);
    const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'warn'];
    const run = spawnSync(process.execPath, vite, { stdio: 'inherit' });
    if (run.status !== 0) process.exit(run.status ?? 1);
    mkdirSync(dirname(marker), { recursive: true });
    writeFileSync(marker, hash);
  }
}
