import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ForgeHost } from '../host';
import { ENVIRONMENT_ID, moduleAri } from '../installation';
import type { AppManifest } from '../manifest/model';
import type { ModuleModel } from '../manifest/schema';
import { buildExtension } from './extension';
import type { Person } from './people';

/** Everything a module learns about where it is and for whom, built on the server: the page is not trusted with ids. */
export async function moduleContext(
  host: ForgeHost,
  siteUrl: string,
  module: ModuleModel,
  extension: unknown,
  person: Person,
): Promise<Readonly<Record<string, unknown>>> {
  const actor = { kind: 'user', accountId: person.accountId } as const;
  return {
    accountId: person.accountId,
    accountType: 'licensed',
    cloudId: host.installation.cloudId,
    environmentId: ENVIRONMENT_ID,
    environmentType: 'DEVELOPMENT',
    extension: await buildExtension(host, module, extension, actor),
    localId: moduleAri(host.manifest, module.key),
    locale: person.locale.replace('-', '_'),
    moduleKey: module.key,
    siteUrl,
    timezone: person.timeZone,
    userAccess: { enabled: true, hasAccess: true },
    permissions: { scopes: host.manifest.scopes.map((scope) => scope.name), external: {} },
  };
}

/** The app's translations by locale. */
export function readTexts(manifest: AppManifest): ReadonlyMap<string, unknown> {
  return new Map(
    manifest.translations.resources.map((resource) => [
      resource.key,
      JSON.parse(readFileSync(path.join(manifest.appDir, resource.path), 'utf8')) as unknown,
    ]),
  );
}

/** The translated title of a module: plain text as written, or its translation with the manifest's fallback. */
export function translate(
  value: unknown,
  locale: string,
  texts: ReadonlyMap<string, unknown>,
  fallback: string,
): string {
  if (typeof value === 'string') return value;
  const key = typeof value === 'object' && value !== null && 'i18n' in value ? String(value.i18n) : '';
  return lookUp(texts.get(locale), key) ?? lookUp(texts.get(fallback), key) ?? key;
}

function lookUp(texts: unknown, key: string): string | undefined {
  if (typeof texts !== 'object' || texts === null) return undefined;
  const record = texts as Readonly<Record<string, unknown>>;
  const direct = record[key];
  if (typeof direct === 'string') return direct;
  const [head = '', ...rest] = key.split('.');
  return rest.length === 0 ? undefined : lookUp(record[head], rest.join('.'));
}
