import { type ProductRequest, type ProductResponse } from '../../kernel/types.ts';
import { ProductError } from '../shared/product-error.ts';
import { type Route, router } from '../shared/router.ts';
import { accountOf } from '../users/directory.ts';
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
function refusal(path: string, error: ProductError): ProductResponse {
  const message = [...error.messages, ...Object.values(error.fields)].join(' ');
  if (path.startsWith('/wiki/rest/'))
    return {
      status: error.status,
      body: {
        statusCode: error.status,
        data: { authorized: error.status !== 403, valid: true, errors: [], successful: false },
        message,
      },
    };
  const [code, title] = CODES[error.status] ?? ['ERROR', 'Error'];
  return { status: error.status, body: { errors: [{ status: error.status, code, title, detail: message }] } };
}

function refusedBefore(wiki: Wiki, request: ProductRequest): ProductError | undefined {
  if (request.actor.kind !== 'user') return undefined;
  const user = wiki.users.get(accountOf(request.actor) ?? '');
  if (!user?.active) return new ProductError(401, ['You are not logged in.']);
  return user.products.includes('confluence')
    ? undefined
    : new ProductError(403, ['Current user not permitted to use Confluence']);
}

/** A local Confluence over a database: answers REST, tells what changed, and can be seeded. Anonymous people see spaces open to them. */
export function createConfluence(
  options: ConfluenceOptions,
): Confluence & { readonly routes: readonly Route[] } {
  const wiki = openWiki(options);
  const routes = routesOf(wiki);
  const dispatch = router(routes);
  const answer = (request: ProductRequest): ProductResponse => {
    try {
      const refused = refusedBefore(wiki, request);
      if (refused) throw refused;
      const found = dispatch(request);
      if (!found) throw new ProductError(404, ['There is nothing at this address on the local site.']);
      return found;
    } catch (error) {
      if (error instanceof ProductError) return refusal(request.path, error);
      throw error;
    }
  };
  return {
    name: 'confluence',
    routes,
    handle: async (request) => answer(request),
    onEvent: (listener) => wiki.events.on(listener),
    ...seeding(wiki),
  };
}
