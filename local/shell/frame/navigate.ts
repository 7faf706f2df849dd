import type { NavigateRequest } from '../../forge/bridge-parent/index';
import { go } from '../lib/router';

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The site's address for a target as the SDK names them; undefined for places the site does not have. */
export function addressOf({ url, target, params }: NavigateRequest): string | undefined {
  switch (target) {
    case undefined:
      return url;
    case 'module':
      // The path is appended to the module's route as it is: one that begins without a slash leads nowhere.
      return `${text(params['moduleKey']).includes('confluence') ? '/wiki/apps/pledge' : '/jira/apps/pledge'}${text(params['path'])}`;
    default:
      return undefined;
  }
}

/** Goes where the app wants: within the site without loading, elsewhere in a new tab. */
export function follow(request: NavigateRequest): void {
  const address = addressOf(request);
  if (address === undefined || address === '') return;
  const url = new URL(address, window.location.href);
  if (!/^https?:$/.test(url.protocol)) return;
  if (request.newTab || url.origin !== window.location.origin) window.open(url, '_blank', 'noopener');
  else go(`${url.pathname}${url.search}${url.hash}`);
}
