export type Route =
  | { readonly page: 'catalog' }
  | { readonly page: 'item'; readonly itemId: string }
  | { readonly page: 'requests' }
  | { readonly page: 'request'; readonly requestId: string }
  | { readonly page: 'approvals' }
  | { readonly page: 'board' }
  | { readonly page: 'manage' };

/** The page of a path; an unknown path is the catalog. */
export function routeOf(path: string): Route {
  const [first, second, third] = path.split('/').filter(Boolean).map(decode);
  switch (first) {
    case 'catalog':
      return second === 'item' && third !== undefined ? { page: 'item', itemId: third } : { page: 'catalog' };
    case 'requests':
      return second !== undefined ? { page: 'request', requestId: second } : { page: 'requests' };
    case 'approvals':
      return { page: 'approvals' };
    case 'board':
      return { page: 'board' };
    case 'manage':
      return { page: 'manage' };
    default:
      return { page: 'catalog' };
  }
}

/** The path of a page, as the product's address shows it. */
export function pathOf(route: Route): string {
  switch (route.page) {
    case 'item':
      return `/catalog/item/${encodeURIComponent(route.itemId)}`;
    case 'request':
      return `/requests/${encodeURIComponent(route.requestId)}`;
    case 'catalog':
    case 'requests':
    case 'approvals':
    case 'board':
    case 'manage':
      return `/${route.page}`;
  }
}

/** A broken percent sign in a hand-typed address is taken as it stands. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
