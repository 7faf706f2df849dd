import { router, view } from '@forge/bridge';

/** Opens a page of the site in a new tab; the product asks before it leaves the site. */
export const openInNewTab = (url: string): Promise<void> => router.open(url);

interface Place {
  readonly pathname: string;
  readonly search: string;
}
type Unlisten = () => void;

/** The part of the page's history that is documented and that the app uses. Across frames a function may answer later. */
export interface PageHistory {
  readonly location: Place;
  readonly push: (path: string) => unknown;
  readonly replace: (path: string) => unknown;
  readonly listen: (listener: (place: Place) => void) => Unlisten | Promise<Unlisten>;
}

/** The history of the product's page, so that routes of the app are real addresses. */
export const createHistory = (): Promise<PageHistory> => view.createHistory();

export const issueUrl = (issueKey: string): string => `/browse/${encodeURIComponent(issueKey)}`;

export const pageUrl = (pageId: string): string =>
  `/wiki/pages/viewpage.action?pageId=${encodeURIComponent(pageId)}`;
