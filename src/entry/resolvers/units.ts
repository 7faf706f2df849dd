/**
 * What a call may read of the storage, in units of 10 KB as Forge's rate limit counts them, by a process that has been asked
 * before. The whole site has 4,000 units a minute. A test holds every call to it.
 */
const DEFAULT = 3;

const EXCEPTIONS: Readonly<Record<string, number>> = {
  // Clocks on both sides of now and the paused ones: rows of two pages, what was learned, and the job under way.
  'sla.board': 6,
  // What somebody does to a request is noted, carried out, and the request shown as it then stands.
  'requests.comment': 6,
  'requests.confirm': 8,
  'requests.reopen': 8,
  'requests.cancel': 8,
  // The decision, what followed decisions before it, and what follows this one.
  'approvals.decide': 6,
  // The draft is saved and, after a telling word was added, compared: one's own heads by who asked and by for whom, and the item's.
  'requests.saveDraft': 5,
  // A page of heads of a kilobyte by who asked, and one by for whom; and the record that each one's promise is read from.
  'requests.list': 8,
  // The item, the catalog it stands in, the draft, and the definitions of what it promises.
  'portal.item': 4,
  // What hangs on a page or a work item: its record, its links, the vote or link itself, and the items that recommend it.
  'knowledge.issue': 4,
  'knowledge.link': 4,
  'knowledge.page': 4,
  'knowledge.vote': 5,
  // A page of a hundred heads, drafts included, by three states; how often each was ordered.
  'catalog.items': 12,
  // Ten items: each read, saved and published anew.
  'catalog.moveItems': 60,
  // The heads of all items, drafts included: which of them use a set.
  'catalog.setUses': 5,
  // A page of the log, and what the parts of the catalog in it are called.
  'settings.audit': 5,
  // Everything that can be configured, read once.
  'settings.export': 22,
  'settings.import': 8,
  // Everything that can be in trouble, looked at once; clocks that fail stand apart from those nobody woke, and marks tell which
  // pictures and long lists are there.
  'settings.health': 24,
  // One's own record, read, checked and written with its audit; and the note of for whom the assistant orders, before it and after.
  'people.nameAssistant': 6,
};

/** The budget of a call by its name. */
export const unitsOf = (name: string): number => EXCEPTIONS[name] ?? DEFAULT;
