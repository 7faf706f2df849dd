import { router } from '@forge/bridge';

/** Opens a page of the site in a new tab; the product asks before it leaves the site. */
export const openInNewTab = (url: string): Promise<void> => router.open(url);

/** Where a Jira administrator grants permissions for the whole site, those of apps included. */
export const globalPermissionsUrl = '/secure/admin/GlobalPermissions!default.jspa';

export const issueUrl = (issueKey: string): string => `/browse/${encodeURIComponent(issueKey)}`;

/** What Jira tells of a person, to those who may see it. */
export const personUrl = (accountId: string): string => `/jira/people/${encodeURIComponent(accountId)}`;

export const pageUrl = (pageId: string): string =>
  `/wiki/pages/viewpage.action?pageId=${encodeURIComponent(pageId)}`;
