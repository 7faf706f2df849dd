import type { AppManifest } from '../manifest/model';
import type { ModuleModel } from '../manifest/schema';
import { readTexts, translate } from './module-context';

/** A module as the shell places it. */
export interface ListedModule {
  readonly key: string;
  readonly type: string;
  readonly product: 'jira' | 'confluence';
  readonly title: string;
  /** Where its page is, on the app's origin; null for a module without a screen. */
  readonly url: string | null;
  readonly pages: readonly { readonly title: string; readonly route: string }[];
  /** The declaration as written, for what only one surface needs: viewport size, status, config. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** The modules with their titles in the reader's language and the addresses of their pages. */
export function listModules(
  manifest: AppManifest,
  appOrigin: string,
  locale: string,
): readonly ListedModule[] {
  const texts = readTexts(manifest);
  const fallback = manifest.translations.defaultLocale;
  const title = (value: unknown) => translate(value, locale, texts, fallback);
  return manifest.modules.map((module) => ({
    key: module.key,
    type: module.type,
    product: module.product,
    title: title(module.raw['title'] ?? module.raw['name'] ?? module.key),
    url: resourceUrl(manifest, appOrigin, module.resource),
    pages: pagesOf(module, title),
    raw: module.raw,
  }));
}

/** The address of `resource` or `resource/entry`. */
export function resourceUrl(
  manifest: AppManifest,
  appOrigin: string,
  name: string | undefined,
): string | null {
  const [key = '', entry] = (name ?? '').split('/');
  const resource = manifest.resources.get(key);
  if (resource === undefined) return null;
  const file = entry === undefined ? 'index.html' : resource.entry[entry];
  return file === undefined ? null : `${appOrigin}/${key}/${file}`;
}

function pagesOf(module: ModuleModel, title: (value: unknown) => string): ListedModule['pages'] {
  const { pages } = module.raw;
  if (!Array.isArray(pages)) return [];
  return pages.flatMap((page: unknown) => {
    if (typeof page !== 'object' || page === null || !('route' in page) || typeof page.route !== 'string')
      return [];
    return [{ route: page.route, title: title('title' in page ? page.title : page.route) }];
  });
}
