/** What each page is called in the address, in texts and by pages that lead to it. */
export type PageKey =
  | 'start'
  | 'items'
  | 'searches'
  | 'view-as'
  | 'categories'
  | 'services'
  | 'offerings'
  | 'catalogs'
  | 'pins'
  | 'announcements'
  | 'field-sets'
  | 'people'
  | 'metrics'
  | 'agreements'
  | 'calendars'
  | 'holiday-sets'
  | 'agents'
  | 'notifications'
  | 'display'
  | 'import-export'
  | 'audit'
  | 'health';

/** Where a page is within the settings, or what it opens: one of its list by id, and a part of that. */
export const pageAddress = (key: PageKey, ...parts: readonly string[]): string =>
  ['', key, ...parts.map(encodeURIComponent)].join('/');
