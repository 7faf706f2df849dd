/** The line under a page's title: counts only, since everybody who reads the page reads it. */
import type { Byline, PageRecord } from './page-record';

const counted = (n: number, one: string, many: string): string => `${String(n)} ${n === 1 ? one : many}`;

/**
 * The byline of a page that `services` catalog items recommend, in English: a content property has one language.
 * Null when there is nothing to say, so that pages nobody uses show the module's own title.
 */
export const bylineOf = (page: PageRecord, services: number): Byline | null => {
  const solved = page.resolved + page.solved;
  const votes = page.helpful + page.notHelpful;
  const parts = [
    ...(services > 0 ? [`helps with ${counted(services, 'service', 'services')}`] : []),
    ...(solved > 0 ? [`solved ${counted(solved, 'request', 'requests')}`] : []),
    ...(solved === 0 && page.linkedIssues > 0
      ? [`used in ${counted(page.linkedIssues, 'request', 'requests')}`]
      : []),
  ];
  if (parts.length === 0 && votes === 0) return null;
  const verdict =
    votes > 0
      ? `${String(page.helpful)} of ${counted(votes, 'reader', 'readers')} found it helpful`
      : 'Was this page helpful?';
  // The verdict stands there too: it says that one can vote here.
  const line = [...parts, verdict].join(' · ');
  return { title: line.charAt(0).toUpperCase() + line.slice(1), tooltip: verdict };
};

export const sameByline = (a: Byline | null, b: Byline | null): boolean =>
  a?.title === b?.title && a?.tooltip === b?.tooltip;
