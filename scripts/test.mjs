/**
 * Everything that must be green, in one command. Installs what is missing, then runs three lanes side by side: the build with the
 * browser's journeys, checks that read the code with the tests of screens, and all other tests. Ends with one line of
 * counts.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import process from 'node:process';
import { ensureChromium, ensurePackages } from './lib/install.mjs';

ensurePackages();
ensureChromium();

const REPORTS = '.local/reports';
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

/** A tool of this repository by its file: looking for it by name takes a second of a processor each time. */
const tool = (path) => [process.execPath, `node_modules/${path}`];
/** The tests of one kind, on one core: the other is the other lane's. */
function jest(project) {
  const report = `--outputFile=${REPORTS}/jest-${project}.json`;
  return [...tool('jest/bin/jest.js'), '--selectProjects', project, '--json', report, '--maxWorkers=1'];
}

const arrows = tool('dependency-cruiser/bin/dependency-cruise.mjs');
const STEPS = {
  format: [...tool('oxfmt/bin/oxfmt'), '--check'],
  lint: [...tool('oxlint/bin/oxlint'), '--max-warnings', '0'],
  types: [...tool('typescript-native/bin/tsc'), '--noEmit', '--singleThreaded'],
  arrows: [...arrows, 'src', 'static', 'local', '--config', '.dependency-cruiser.cjs'],
  loadedArrows: [...arrows, 'src', '--config', '.dependency-cruiser.loaded.cjs'],
  unused: tool('knip/bin/knip.js'),
  forge: [process.execPath, 'scripts/forge-check.mjs'],
  build: [process.execPath, 'scripts/build.mjs'],
  jest: jest('node'),
  screens: jest('ui'),
  system: jest('system'),
  browser: [...tool('@playwright/test/cli.js'), 'test', '--config', 'test/browser/playwright.config.ts'],
};
const LANES = [
  ['build', 'browser'],
  ['types', 'lint', 'format', 'arrows', 'loadedArrows', 'unused', 'forge', 'screens'],
  ['jest', 'system'],
];
/** Steps that look at what another lane's step made. */
const AFTER = { system: 'build' };
/** The longest way through waits for pages and timers: it goes first, the rest fills the gaps. */
const FIRST = ['build', 'browser'];
const LOW_PRIORITY = 10;

const only = process.argv.slice(2);
const failures = [];

/** Runs one step with its output kept together, so that two lanes stay readable. */
const run = (name) =>
  new Promise((done) => {
    const [command, ...args] = STEPS[name];
    const started = Date.now();
    let output = '';
    const child = spawn(command, args, {
      // The types are a step of their own: what bundles the app for the site need not look at them again.
      env: { ...process.env, FORCE_COLOR: '0', TYPES_CHECKED_BESIDE: '1' },
    });
    if (!FIRST.includes(name) && child.pid !== undefined) setPriority(child.pid, LOW_PRIORITY);
    const keep = (chunk) => (output += chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(0);
      const notices = output.split('\n').filter((line) => line.includes('NOTICE'));
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
      for (const notice of notices) console.log(`     ${notice.trim()}`);
      if (code !== 0) {
        failures.push(name);
        console.log(output);
      }
      done();
    });
  });

const isWanted = (name) => only.length === 0 || only.includes(name);
const ended = Object.fromEntries(
  LANES.flat().map((name) => {
    let end = () => {};
    const promise = new Promise((resolve) => (end = resolve));
    if (!isWanted(name)) end();
    return [name, { promise, end }];
  }),
);
const lane = async (names) => {
  for (const name of names.filter(isWanted)) {
    await ended[AFTER[name]]?.promise;
    await run(name);
    ended[name].end();
  }
};
await Promise.all(LANES.map(lane));

const counts = { passed: 0, failed: 0, skipped: 0 };
const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);
for (const project of ['node', 'ui', 'system']) {
  const report = read(`${REPORTS}/jest-${project}.json`);
  if (!report) continue;
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  counts.skipped += report.numPendingTests + report.numTodoTests;
}
const browser = read(`${REPORTS}/browser.json`);
if (browser) {
  counts.passed += browser.stats.expected + browser.stats.flaky;
  counts.failed += browser.stats.unexpected;
  counts.skipped += browser.stats.skipped;
}
if (failures.length > 0) console.log(`Failed steps: ${failures.join(', ')}`);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(failures.length === 0 && counts.failed === 0 && (only.length > 0 || counts.passed > 0) ? 0 : 1);
