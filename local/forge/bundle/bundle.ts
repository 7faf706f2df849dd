import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { AppManifest } from '../manifest/model';
import { writeLocales } from './locales';

const run = promisify(execFile);
/** Set where `npm test` checks types beside: a bundle made without is not taken for one that was checked. */
const TYPES_CHECKED_BESIDE = 'TYPES_CHECKED_BESIDE';
const SOURCE = /\.(ts|tsx|js|jsx|cjs|mjs|json)$/;

export interface Bundle {
  /** Folder with one `<module>.cjs` per source module that handlers name, and `__LOCALES__`. */
  readonly dir: string;
  readonly hash: string;
}

/**
 * Bundles the app's backend as a deployment would, or answers the kept result when nothing changed: the bundler checks types
 * for each module, and one result serves all sites and tests.
 * Throws with the bundler's own words (type errors too) when the app does not build.
 */
export async function bundleApp(manifest: AppManifest): Promise<Bundle> {
  const cacheDir = path.join(manifest.appDir, '.local/bundle');
  const hash = hashSources(manifest.appDir);
  const dir = path.join(cacheDir, hash);
  if (!existsSync(dir)) {
    const unfinished = `${dir}.${process.pid}`;
    await build(manifest, unfinished);
    writeLocales(manifest, unfinished);
    if (existsSync(dir)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, dir);
    removeOthers(cacheDir, hash);
  }
  return { dir, hash };
}

async function build(manifest: AppManifest, outDir: string): Promise<void> {
  const modules = new Set(
    [...manifest.functions.values()].map((f) => f.handler.slice(0, f.handler.lastIndexOf('.'))),
  );
  const entries = [...modules].map((name) => ({ name, path: entryFile(manifest.appDir, name) }));
  const child = path.join(__dirname, 'bundle-child.cjs');
  try {
    await run(process.execPath, [child, outDir, JSON.stringify(entries)], { cwd: manifest.appDir });
  } catch (error) {
    const words =
      typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Error(`The app's backend does not build:\n${words}`, { cause: error });
  }
}

function entryFile(appDir: string, name: string): string {
  const candidates = ['.ts', '.tsx', '.js', '.jsx'].map((ext) => `./src/${name}${ext}`);
  const found = candidates.find((file) => existsSync(path.join(appDir, file)));
  if (found === undefined) throw new Error(`A handler names src/${name}, which does not exist.`);
  return found;
}

/** Sources, manifest and lockfile decide the result; tests and their data do not. */
function hashSources(appDir: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(path.join(appDir, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => SOURCE.test(file) && !file.includes('.test.'))
    .map((file) => path.join('src', file));
  for (const file of [
    ...files,
    'manifest.yml',
    'package-lock.json',
    'tsconfig.json',
    ...localeFiles(appDir),
  ].sort()) {
    const full = path.join(appDir, file);
    if (existsSync(full)) hash.update(file).update('\0').update(readFileSync(full)).update('\0');
  }
  const isChecked = process.env[TYPES_CHECKED_BESIDE] === undefined;
  return `${hash.digest('hex').slice(0, 16)}${isChecked ? '' : '-unchecked'}`;
}

function localeFiles(appDir: string): readonly string[] {
  const dir = path.join(appDir, 'locales');
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { encoding: 'utf8' }).map((file) => path.join('locales', file));
}

const KEPT = 4;

function removeOthers(cacheDir: string, current: string): void {
  const old = readdirSync(cacheDir).filter((name) => name !== current && !name.includes('.'));
  for (const name of old.slice(0, Math.max(0, old.length - KEPT)))
    rmSync(path.join(cacheDir, name), { recursive: true, force: true });
}
