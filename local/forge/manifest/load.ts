import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { checkManifest } from './check';
import { type AppManifest, described } from './model';

/**
 * Reads `manifest.yml` of the app in this folder.
 * Throws an error that names the broken rule when Forge would refuse to deploy it for a reason the host depends on.
 */
export function loadManifest(appDir: string): AppManifest {
  const manifest = described(appDir, parse(readFileSync(path.join(appDir, 'manifest.yml'), 'utf8')));
  checkManifest(manifest);
  return manifest;
}
