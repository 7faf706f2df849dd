import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AppManifest } from '../manifest/model';

/** The folder in which the SDK, in functions and in the page, looks for translations. */
export const LOCALES_DIR = '__LOCALES__';

/** What the SDK reads first: the locales there are and what stands in for the others. */
function localesInfo(manifest: AppManifest): unknown {
  const locales = manifest.translations.resources.map((resource) => resource.key).sort();
  return { translations: {}, config: { locales, fallback: manifest.translations.fallback } };
}

/** Lays out the translations beside the bundle as a deployment does. */
export function writeLocales(manifest: AppManifest, bundleDir: string): void {
  const dir = path.join(bundleDir, LOCALES_DIR);
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'i18n-info.json'), JSON.stringify(localesInfo(manifest)));
  for (const resource of manifest.translations.resources) {
    copyFileSync(path.join(manifest.appDir, resource.path), path.join(dir, `${resource.key}.json`));
  }
}
