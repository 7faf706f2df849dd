import { type ProductRequest, type ProductResponse } from '../../kernel/types.ts';
import { accountOf, type ProductName, type Users } from '../users/directory.ts';
import { ProductError } from './product-error.ts';
import { type Route, router } from './router.ts';

export interface ProductParts {
  readonly name: ProductName;
  readonly users: Users;
  readonly routes: readonly Route[];
  /** May this be called without being logged in? */
  readonly open: (request: ProductRequest) => boolean;
  /** A refusal as the product words it at this path. */
  readonly errorBody: (error: ProductError, path: string) => object;
}

/** Answers requests by routes; an account that is not of the product is refused before, and a refusal is worded as the product's. */
export function answerer({ name, users, routes, open, errorBody }: ProductParts) {
  const dispatch = router(routes);
  const guard = (request: ProductRequest): void => {
    if (request.actor.kind === 'app' || open(request)) return;
    const user = users.get(accountOf(request.actor) ?? '');
    if (!user?.active) throw new ProductError(401, ['Client must be authenticated to access this resource.']);
    if (!user.products.includes(name)) throw new ProductError(403, [`You do not have access to ${name}.`]);
  };
  return (request: ProductRequest): ProductResponse => {
    try {
      guard(request);
      const found = dispatch(request);
      if (!found) throw new ProductError(404, ['There is nothing at this address on the local site.']);
      return found;
    } catch (error) {
      if (!(error instanceof ProductError)) throw error;
      return { status: error.status, body: errorBody(error, request.path) };
    }
  };
}
