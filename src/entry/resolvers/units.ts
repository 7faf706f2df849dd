/**
 * What a call may read of the storage, in units of 10 KB as Forge's rate limit counts them, by a process that has been asked
 * before. The whole site has 4,000 units a minute. A test holds every call to it.
 */
const DEFAULT = 3;

const EXCEPTIONS: Readonly<Record<string, number>> = {
  // Clocks on both sides of now and the paused ones: rows of two pages, what was learned, and the job under way.
  'sla.board': 6,
  // A request is a head, a body, its item's version, its promise and what was said about it.
  'requests.get': 6,
  'requests.comment': 9,
  // What one asked for and what others asked for one, open and closed: four lists.
  'requests.list': 8,
  // The item, the catalog it stands in, the draft, and the definitions of what it promises.
  'portal.item': 4,
  // What hangs on a page or a work item: its record, its links, the vote or link itself, and the items that recommend it.
  'knowledge.issue': 4,
  'knowledge.link': 4,
  'knowledge.page': 4,
  'knowledge.vote': 5,
  // Whoever manages the catalog sees every item of it, drafts included.
  'catalog.items': 20,
  // Everything that can be configured, read once.
  'settings.export': 20,
  'settings.import': 20,
  // Everything that can be in trouble, looked at once.
  'settings.health': 26,
};

/** The budget of a call by its name. */
export const unitsOf = (name: string): number => EXCEPTIONS[name] ?? DEFAULT;
