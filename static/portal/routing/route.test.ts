import { describe, expect, it } from '@jest/globals';
import { pathOf, type Route, routeOf } from './route';

const ROUTES: readonly Route[] = [
  { page: 'catalog' },
  { page: 'item', itemId: 'laptop' },
  { page: 'item', itemId: 'a/b %' },
  { page: 'requests' },
  { page: 'request', requestId: '3f1a-42' },
  { page: 'approvals' },
  { page: 'board' },
  { page: 'manage' },
];

describe('routes of the portal', () => {
  it.each(ROUTES)('survives the address bar: %j', (route) => {
    expect(routeOf(pathOf(route))).toEqual(route);
  });

  it.each(['', '/', '/catalog', '/catalog/item', '/somewhere/else'])('shows the catalog for %j', (path) => {
    expect(routeOf(path)).toEqual({ page: 'catalog' });
  });

  it('takes a broken percent sign as it stands', () => {
    expect(routeOf('/catalog/item/50%')).toEqual({ page: 'item', itemId: '50%' });
  });
});
