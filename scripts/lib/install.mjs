/**
 * Installs what is missing before a script needs it. Plain Node, no dependencies: on a fresh machine this runs first.
 */
import { createHash } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const MARKER = 'node_modules/.pledge-installed';

const sha = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Installs the npm packages of the lockfile when node_modules is missing or older than the lockfile. */
export function ensurePackages() {
  const wanted = sha('package-lock.json');
  if (existsSync(MARKER) && readFileSync(MARKER, 'utf8') === wanted) return;
  console.log('Installing packages (a minute or two, only when the lockfile has changed) …');
  // `npm install`, not `npm ci`: the lockfile lists other platforms' optional binaries only where they could be had.
  // `--no-save` leaves the lockfile as it is when more of them are to be had by now.
  const run = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefer-offline'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) throw new Error('npm install failed; see its message above.');
  mkdirSync('node_modules', { recursive: true });
  writeFileSync(MARKER, sha('package-lock.json'));
}

/** Chromium without its windows: it takes a quarter less time over the same pages. */
const HEADLESS = '/usr/bin/chromium-headless-shell';
const CANDIDATES = [
  HEADLESS,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Where a system Chromium is, or undefined. */
export const systemChromium = () => process.env.CHROMIUM_PATH ?? CANDIDATES.find((path) => existsSync(path));

const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;

const QUICKLY = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=10', '-o', 'Dpkg::Use-Pty=0'];

/** Whether Debian's package is there now. A machine without its archive goes on with what it has. */
function fromDebian(name) {
  console.log(`Installing Debian's ${name} for the browser tests …`);
  const options = {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 90_000,
  };
  spawnSync('apt-get', [...QUICKLY, 'update', '-qq'], options);
  const wanted = ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-dejavu-core'];
  return spawnSync('apt-get', [...QUICKLY, ...wanted], options).status === 0;
}

/** Makes sure there is a Chromium for the browser tests: Debian's package where apt and root are, else Playwright's own. */
export function ensureChromium() {
  if (process.env.CHROMIUM_PATH || existsSync(HEADLESS)) return;
  if (process.platform === 'linux' && has('apt-get') && process.getuid?.() === 0) {
    if (fromDebian('chromium-headless-shell') || systemChromium() || fromDebian('chromium')) return;
  }
  if (systemChromium()) return;
  console.log("Installing Playwright's Chromium for the browser tests …");
  execFileSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}
