/** Schemas of what admins write and storage gives back: sizes are part of the promise to storage and to screens. */
import { announcementSchema } from './announcement';
import * as v from 'valibot';
import { APPROVAL_RULES, type ApprovalRule } from './approval-rules';
import { destinationSchema, FORM_PARTS, formConditionSchema } from './form/form-schema';
import { MAPPED_FACTS } from './form/facts';
import { ITEM_KIND_NAMES } from './kinds';
import {
  categorySchema,
  entitlementSchema,
  itemPriceSchema,
  peopleSchema,
  tilePriceSchema,
  revSchema,
} from './parts-schema';
import { itemPictureSchema } from './picture';
import { accountSchema, idSchema, shortText, textSchema } from './texts/text-schema';
import type {
  Catalog,
  CatalogStructure,
  FieldSet,
  ItemContent,
  ItemHead,
  Offering,
  Pins,
  Service,
  Tile,
} from './model';

export { categorySchema };

/** An item with its texts and form, as JSON. */
export const MAX_ITEM_LENGTH = 200_000;

const instantSchema = v.pipe(v.string(), v.maxLength(40));
const jiraId = v.pipe(v.string(), v.regex(/^\d{1,20}$/));
export const catalogSchema: v.GenericSchema<unknown, Catalog> = v.strictObject({
  id: idSchema,
  rev: v.optional(revSchema),
  name: textSchema(120),
  managers: v.pipe(v.array(accountSchema), v.maxLength(50)),
  inPortal: v.optional(v.boolean(), true),
});

const SERVICE_STATES = ['pipeline', 'active', 'retired'] as const;

export const serviceSchema: v.GenericSchema<unknown, Service> = v.strictObject({
  schema: v.literal(1),
  id: idSchema,
  rev: v.optional(revSchema, 0),
  name: textSchema(120),
  description: textSchema(2_000),
  department: shortText,
  owner: accountSchema,
  status: v.picklist(SERVICE_STATES),
});

export const offeringSchema: v.GenericSchema<unknown, Offering> = v.strictObject({
  id: idSchema,
  rev: v.optional(revSchema),
  name: textSchema(120),
  serviceId: idSchema,
  consumers: peopleSchema,
  agreementId: v.optional(idSchema),
});

export const pinsSchema: v.GenericSchema<unknown, Pins> = v.strictObject({
  id: idSchema,
  rev: v.optional(revSchema),
  name: textSchema(120),
  items: v.pipe(v.array(idSchema), v.maxLength(12)),
  entitlement: v.optional(entitlementSchema),
});

/** Jira's values by what was answered. */
const valuesByAnswer = v.record(v.pipe(v.string(), v.maxLength(200)), v.pipe(v.string(), v.maxLength(200)));

const valueSource = v.variant('kind', [
  v.strictObject({ kind: v.literal('answer'), field: idSchema }),
  v.strictObject({ kind: v.literal('constant'), value: v.pipe(v.string(), v.maxLength(1_000)) }),
  v.strictObject({ kind: v.literal('template'), template: v.pipe(v.string(), v.maxLength(1_000)) }),
  v.strictObject({ kind: v.literal('matrix'), rows: idSchema, columns: idSchema, values: valuesByAnswer }),
  v.strictObject({
    kind: v.literal('fact'),
    fact: v.picklist(MAPPED_FACTS),
    values: v.record(shortText, v.pipe(v.string(), v.maxLength(1_000))),
    otherwise: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
  }),
]);

/** A draft may be kept before they are chosen; publishing asks for them. */
const chosenLater = v.pipe(v.string(), v.regex(/^\d{0,20}$/));

const fulfilmentSchema = v.strictObject({
  projectId: chosenLater,
  projectKey: v.pipe(v.string(), v.regex(/^([A-Z][A-Z0-9_]{1,19})?$/)),
  issueTypeId: chosenLater,
  summary: v.pipe(v.string(), v.maxLength(500)),
  mappings: v.pipe(
    v.array(
      v.strictObject({
        jiraField: v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9_]{0,60}$/)),
        source: valueSource,
        valueMap: v.optional(valuesByAnswer),
      }),
    ),
    v.maxLength(50),
  ),
  labels: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\S{1,100}$/))), v.maxLength(20)),
});

const stageSchema = v.strictObject({
  id: idSchema,
  name: textSchema(120),
  statusIds: v.pipe(v.array(jiraId), v.maxLength(50)),
  actor: v.picklist(['provider', 'requester', 'approver', 'nobody']),
  kind: v.picklist(['open', 'resolved', 'closed', 'cancelled']),
});

const actionsSchema = v.strictObject({
  confirmToStatusId: v.optional(jiraId),
  reopenToStatusId: v.optional(jiraId),
  cancelToStatusId: v.optional(jiraId),
  answeredToStatusId: v.optional(jiraId),
  reopenWithinDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)),
});

/** A list by its shape; requests run one step so far, so that a second is refused rather than never asked. */
const MOST_APPROVALS = 1;
/** Each has a row, and all rows of a request turn in one transaction, with a person the form names and what follows. */
const MOST_APPROVERS = 15;

const approvalSchema = v.strictObject({
  approvers: v.pipe(v.array(accountSchema), v.maxLength(MOST_APPROVERS)),
  approverField: v.optional(idSchema),
  manager: v.optional(v.literal(true)),
  rule: v.picklist(Object.keys(APPROVAL_RULES) as ApprovalRule[]),
  needed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_APPROVERS))),
  when: v.optional(formConditionSchema),
  beforeIssue: v.optional(v.literal(true)),
  waitingStatusId: v.optional(jiraId),
  approvedToStatusId: v.optional(jiraId),
  declinedToStatusId: v.optional(jiraId),
});

const bundlePartSchema = v.strictObject({
  itemId: v.pipe(v.string(), v.maxLength(64)),
  when: v.optional(formConditionSchema),
});

export const itemContentSchema: v.GenericSchema<unknown, ItemContent> = v.pipe(
  v.strictObject({
    kind: v.optional(v.picklist(ITEM_KIND_NAMES)),
    opens: v.optional(destinationSchema),
    bundle: v.optional(v.pipe(v.array(bundlePartSchema), v.maxLength(30))),
    name: textSchema(120),
    summary: textSchema(300),
    description: textSchema(10_000),
    included: textSchema(5_000),
    audience: textSchema(1_000),
    prerequisites: v.optional(textSchema(1_000)),
    receipt: v.optional(textSchema(1_000)),
    categoryIds: v.pipe(v.array(idSchema), v.maxLength(20)),
    serviceId: v.pipe(v.string(), v.maxLength(64)),
    icon: shortText,
    picture: v.optional(itemPictureSchema),
    keywords: v.pipe(v.array(shortText), v.maxLength(60)),
    catchAll: v.optional(v.literal(true)),
    owner: accountSchema,
    price: v.optional(itemPriceSchema),
    quantity: v.optional(
      v.strictObject({
        field: idSchema,
        perPerson: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
      }),
    ),
    entitlement: entitlementSchema,
    ownCriteria: v.optional(v.literal(true)),
    onBehalf: v.optional(
      v.strictObject({ field: idSchema, access: v.picklist(['restricted', 'delegated']) }),
    ),
    joining: v.optional(v.strictObject({ shows: idSchema })),
    ...FORM_PARTS,
    fulfilment: fulfilmentSchema,
    stages: v.pipe(v.array(stageSchema), v.maxLength(30)),
    actions: actionsSchema,
    approvals: v.pipe(v.array(approvalSchema), v.maxLength(MOST_APPROVALS)),
    articles: v.pipe(
      v.array(v.strictObject({ pageId: jiraId, title: v.pipe(v.string(), v.maxLength(300)) })),
      v.maxLength(30),
    ),
    knowledgeScope: v.strictObject({
      spaceKeys: v.pipe(v.array(shortText), v.maxLength(30)),
      labels: v.pipe(v.array(shortText), v.maxLength(30)),
    }),
    promise: v.strictObject({
      firstResponseMetricId: v.optional(idSchema),
      deliveryMetricId: v.optional(idSchema),
    }),
  }),
  v.check((content) => JSON.stringify(content).length <= MAX_ITEM_LENGTH),
);

export const fieldSetSchema: v.GenericSchema<unknown, FieldSet> = v.strictObject({
  id: idSchema,
  name: textSchema(120),
  ...FORM_PARTS,
});

export const itemStateSchema = v.picklist(['draft', 'published', 'retired']);

export const itemHeadSchema: v.GenericSchema<unknown, ItemHead> = v.object({
  schema: v.literal(1),
  id: idSchema,
  rev: v.number(),
  state: itemStateSchema,
  version: v.number(),
  name: textSchema(120),
  categoryIds: v.array(idSchema),
  serviceId: v.string(),
  owner: accountSchema,
  errors: v.number(),
  sets: v.optional(v.array(idSchema)),
  digest: v.string(),
  lists: v.optional(v.literal(true)),
  draft: v.number(),
  dirty: v.boolean(),
  updatedAt: instantSchema,
  updatedBy: accountSchema,
  publishedAt: v.optional(instantSchema),
  replacedBy: v.optional(idSchema),
});

export const publishedItemSchema = v.object({
  id: idSchema,
  version: v.number(),
  publishedAt: instantSchema,
  content: itemContentSchema,
});

export const structureSchema: v.GenericSchema<unknown, CatalogStructure> = v.object({
  catalogs: v.array(catalogSchema),
  categories: v.array(categorySchema),
  services: v.array(serviceSchema),
  offerings: v.array(offeringSchema),
  pins: v.array(pinsSchema),
  announcements: v.array(announcementSchema),
});

export const tileSchema: v.GenericSchema<unknown, Tile> = v.object({
  id: idSchema,
  version: v.number(),
  name: textSchema(120),
  summary: textSchema(300),
  categoryIds: v.array(idSchema),
  serviceId: v.string(),
  owner: accountSchema,
  icon: shortText,
  keywords: v.array(shortText),
  catchAll: v.optional(idSchema),
  price: v.optional(tilePriceSchema),
  confidential: v.optional(v.literal(true)),
  entitlement: v.optional(entitlementSchema),
  ownCriteria: v.optional(v.literal(true)),
  pages: v.array(jiraId),
  metrics: v.array(idSchema),
  promised: v.optional(
    v.object({
      metricId: idSchema,
      fields: v.record(v.string(), v.array(v.string())),
      asked: v.array(v.string()),
    }),
  ),
});
