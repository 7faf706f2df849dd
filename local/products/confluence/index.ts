import { type ProductRequest } from '../../kernel/types.ts';
import { answerer } from '../shared/product.ts';
import { type ProductError } from '../shared/product-error.ts';
import { type Route } from '../shared/router.ts';
import { pagePartRoutes } from './pages/parts-routes.ts';
import { pageRoutes } from './pages/routes.ts';
import { seeding } from './seed.ts';
import { type ConfluenceOptions, openWiki, type Wiki } from './site.ts';
import { spaceRoutes } from './spaces/routes.ts';
import { type Confluence } from './types.ts';
import { contentRoutes } from './v1/content-routes.ts';
import { searchRoutes } from './v1/search-routes.ts';

export { type ConfluenceOptions } from './site.ts';
export { type Confluence, type ConfluenceSeeding, type NewPage, type NewSpace } from './types.ts';

const routesOf = (wiki: Wiki): Route[] => [
  ...spaceRoutes(wiki),
  ...pageRoutes(wiki),
  ...pagePartRoutes(wiki),
  ...searchRoutes(wiki),
  ...contentRoutes(wiki),
];

const CODES: Readonly<Record<number, readonly [code: string, title: string]>> = {
  400: ['INVALID_REQUEST_PARAMETER', 'Bad Request'],
  401: ['UNAUTHORIZED', 'Unauthorized'],
  403: ['FORBIDDEN', 'Forbidden'],
  404: ['NOT_FOUND', 'Not Found'],
  409: ['CONFLICT', 'Conflict'],
};

/** Refusals look different in the two versions of the REST API. */
function errorBody({ status, messages, fields }: ProductError, path: string): object {
  const message = [...messages, ...Object.values(fields)].join(' ');
  if (path.startsWith('/wiki/rest/')) {
    const data = { authorized: status !== 403, valid: true, errors: [], successful: false };
    return { statusCode: status, data, message };
  }
  const [code, title] = CODES[status] ?? ['ERROR', 'Error'];
  return { errors: [{ status, code, title, detail: message }] };
}

/** A local Confluence over a database: answers REST, tells what changed, and can be seeded. Anonymous people see spaces open to them. */
export function createConfluence(
  options: ConfluenceOptions,
): Confluence & { readonly routes: readonly Route[] } {
  const wiki = openWiki(options);
  const routes = routesOf(wiki);
  const open = ({ actor }: ProductRequest): boolean => actor.kind === 'anonymous';
  const answer = answerer({ name: 'confluence', users: wiki.users, routes, open, errorBody });
  return {
    name: 'confluence',
    routes,
    handle: async (request) => answer(request),
    onEvent: (listener) => wiki.events.on(listener),
    ...seeding(wiki),
  };
}
