/** The catalog as the portal shows it to one person: declared once, for the answer and for what a browser keeps of it. */
import * as v from 'valibot';
import { shownCategorySchema, tilePriceSchema } from './parts-schema';
import { idSchema, shortText, textSchema } from './texts/text-schema';

/** An item as the portal lists it. */
const itemCardSchema = v.object({
  id: idSchema,
  name: textSchema(120),
  summary: textSchema(300),
  categoryIds: v.array(idSchema),
  icon: shortText,
  keywords: v.array(shortText),
  /** The question that words answer for which a search found nothing. */
  catchAll: v.optional(idSchema),
  price: v.optional(tilePriceSchema),
  /** How long delivery takes, in working days of `dayMs` where it is told in them; it `varies` with the answers. */
  promise: v.optional(
    v.object({ ms: v.number(), dayMs: v.optional(v.number()), varies: v.optional(v.literal(true)) }),
  ),
});

/** What is told to this person between two instants (UTC, ms), and of what it is about what they see. */
const shownAnnouncement = v.object({
  id: idSchema,
  kind: v.picklist(['information', 'knownIssue']),
  name: textSchema(120),
  text: textSchema(1_000),
  issueKey: v.optional(v.string()),
  /** At least so many people reported or follow it; left out where they are too few to tell. */
  reported: v.optional(v.number()),
  from: v.optional(v.number()),
  to: v.optional(v.number()),
  everywhere: v.boolean(),
  categoryIds: v.array(idSchema),
  itemIds: v.array(idSchema),
});

export const shownCatalogSchema = v.object({
  /** Names this answer: who sends it with the next call is not answered the same again. */
  key: v.string(),
  /** Of the one catalog that an address names; left out where nothing in it is for this person. */
  name: v.optional(textSchema(120)),
  /** Only those with something in them, and those above. */
  categories: v.array(shownCategorySchema),
  items: v.array(itemCardSchema),
  announcements: v.array(shownAnnouncement),
  /** What the people in charge show first, in their order. */
  pinned: v.array(idSchema),
  /** Most ordered in the last 90 days among the items this person may see, by a group of theirs or by all. */
  popular: v.array(idSchema),
  popularIn: v.picklist(['group', 'all']),
});
