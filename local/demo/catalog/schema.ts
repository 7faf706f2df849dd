import * as v from 'valibot';

/** The departments whose templates the company has taken. */
export const DEPARTMENTS = ['it', 'hr', 'facilities', 'finance'] as const;
export type Department = (typeof DEPARTMENTS)[number];

/** Of the catalog's data files what is looked at here. The rest is as the app imports it, which is who judges it. */

const text = v.strictObject({ en: v.string(), ru: v.string() });

const condition = v.strictObject({
  field: v.string(),
  op: v.picklist(['is', 'isNot']),
  value: v.string(),
});

const option = v.looseObject({ id: v.string(), label: text });

export const field = v.looseObject({
  id: v.string(),
  type: v.string(),
  label: text,
  help: v.optional(text),
  required: v.optional(v.boolean(), true),
  options: v.optional(v.array(option)),
  visibleWhen: v.optional(condition),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
});

const jiraField = v.strictObject({
  jiraField: v.string(),
  valueMap: v.optional(v.record(v.string(), v.string())),
});

/** A question that many forms ask, and where its answer goes. */
export const questionsSchema = v.record(
  v.string(),
  v.looseObject({ ...field.entries, mapsTo: v.optional(jiraField) }),
);

/** A form names a question of the item's template or a shared one, or says `use` and what is different about a shared one. */
const asked = v.union([v.string(), v.strictObject({ use: v.string(), minWorkingDays: v.number() }), field]);
/** A mapping names a shared question, or a Jira field and whose answer it takes. */
const mapped = v.union([v.string(), v.strictObject({ jiraField: v.string(), answer: v.string() })]);

/** What a template says of an item. */
export const templated = v.object({
  icon: v.string(),
  name: text,
  summary: text,
  description: text,
  keywords: v.array(v.string()),
  catchAll: v.optional(v.literal(true)),
  /** Maria decides before work starts. */
  approval: v.optional(v.union([condition, v.literal('always')])),
  /** The issue's summary; the item's English name and the requester when left out. */
  issueSummary: v.optional(v.string()),
});

/** An item made of a template says of all this only what is different. */
export const itemsSchema = v.array(
  v.strictObject({
    ...v.partial(templated).entries,
    id: v.string(),
    /** Whose template of this id it was made of. */
    template: v.optional(v.picklist(DEPARTMENTS)),
    type: v.optional(v.picklist(['request', 'incident']), 'request'),
    categories: v.array(v.string()),
    service: v.string(),
    included: v.optional(text),
    audience: v.optional(text, { en: 'Everybody in the company', ru: 'Все сотрудники' }),
    price: v.optional(v.number()),
    /** How fast it is delivered: a label on its issues that the delivery goals look at. */
    speed: v.optional(v.picklist(['same-day', 'hardware', 'by-date'])),
    managersOnly: v.optional(v.boolean(), false),
    /** Also for people of other companies who only read the wiki. */
    forGuests: v.optional(v.boolean(), false),
    /** The question whose answer colleagues see of each other's requests. */
    shares: v.optional(v.string()),
    form: v.array(asked),
    mappings: v.array(mapped),
    articles: v.array(v.string()),
  }),
);

const thing = v.looseObject({ id: v.string() });

export const structureSchema = v.strictObject({
  catalogs: v.array(thing),
  categories: v.array(thing),
  services: v.array(thing),
  stages: v.array(v.looseObject({ id: v.string(), statusIds: v.array(v.string()) })),
});

export type Condition = v.InferOutput<typeof condition>;
export type Field = v.InferOutput<typeof field>;
export type Asked = v.InferOutput<typeof asked>;
export type Mapped = v.InferOutput<typeof mapped>;
