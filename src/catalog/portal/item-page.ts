import type { SlaDefinitions } from '../../sla/engine/model';
import { whoAsks } from '../domain/audience/beneficiary';
import type { ItemPage, ItemPreview } from '../domain/call-answers';
import { leadsOf } from '../domain/item/check-kind';
import { foundBy } from '../domain/answers/defaults';
import { isAnswerable } from '../domain/field-types';
import { areForGroups, offeredTo, withoutPrices } from '../domain/form/offered-options';
import { offeredItem, textsIn } from '../domain/item/offered-item';
import type { Answers, CatalogStructure, Draft, FormField, PublishedItem } from '../domain/model';
import { isToldPrice } from '../domain/audience/told-price';
import { factsOf } from '../visitor/facts-of';
import type { Profile } from '../../platform/jira/people/profile';
import { type CreateFields, withOptionsOfJira } from './options-of-jira';
import { requesterOf } from '../visitor/requester-of';
import { draftAsPublished, findItemWithHead } from '../visitor/find-item';
import { readVersion } from '../records/item-store';
import { type CatalogHead, readHead, structureOf, tilesOf } from '../records/store';
import { visibleTiles, whyHidden } from '../visitor/visible-items';
import type { Visitor } from '../visitor/visitor';

export interface ItemPagePorts {
  /** What computing these metrics' promises needs, and nothing else. */
  readonly promiseDefinitions: (metricIds: readonly string[]) => Promise<SlaDefinitions>;
  /** The Jira fields that definitions look at. */
  readonly fieldsOf: (definitions: SlaDefinitions) => ReadonlySet<string>;
  /** The visitor's: the one to go on with, and all of them; none where it is left out. */
  readonly drafts?: () => Promise<{ readonly draft: Draft | null } & Pick<ItemPage, 'drafts' | 'missed'>>;
  /** The visitor's; nothing is known of them where it is left out. */
  readonly profile?: () => Promise<Profile | null>;
  /** What they answered when they last asked for the item. */
  readonly previous?: () => Promise<Answers | null>;
  readonly namesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** The key of the first work item that a query finds for the visitor; nothing is looked for where it is left out. */
  readonly firstIssue?: (jql: string) => Promise<string | null>;
  /** Asked where a question takes its options from a field of Jira. */
  readonly createFields: CreateFields;
  readonly confluence: boolean;
  /** What is usual of an item: how long approvals and stages take, and deliveries by metric (ms). */
  readonly usual?: (itemId: string) => Promise<UsualOfItem>;
  readonly firstDay: () => Promise<ItemPage['firstDay']>;
}

interface UsualOfItem {
  readonly approval?: number | undefined;
  readonly delivery?:
    | Readonly<Record<string, NonNullable<NonNullable<ItemPage['usual']>['delivery']>>>
    | undefined;
  readonly stages?: NonNullable<ItemPage['usual']>['stages'] | undefined;
}

/**
 * An item as somebody about to order it sees it.
 * @throws AppFailure NOT_FOUND, also where the item is not for this person; ITEM_RETIRED.
 */
export async function itemPage(itemId: string, visitor: Visitor, ports: ItemPagePorts): Promise<ItemPage> {
  const { item, head } = await findItemWithHead(itemId, visitor);
  return pageOf(item, head, visitor, ports);
}

/**
 * An item's draft as somebody would see it if it were published, and what would keep them from it. `asker` looks as somebody else
 * without a role that reads all of the catalog and People: neither what a form begins with of that person, nor an item that the
 * asker may not order, is told.
 * @throws AppFailure NOT_FOUND
 */
export async function itemPreview(
  itemId: string,
  visitor: Visitor,
  ports: ItemPagePorts,
  asker?: Visitor,
): Promise<ItemPreview> {
  const [item, head] = await Promise.all([draftAsPublished(itemId), readHead()]);
  const structure = structureOf(head);
  const [page, hidden, own] = await Promise.all([
    pageOf(item, head, visitor, ports),
    whyHidden(item.content, visitor, (await structure).categories),
    asker && itemsLedTo(item, head, structure, asker),
  ]);
  if (own === undefined) return { page, hidden };
  const { requester: _theirs, ledTo = [], ...told } = page;
  const known = ledTo.filter(({ id }) => own.some((each) => each.id === id));
  return {
    page: { ...told, ...(known.length > 0 && { ledTo: known }) },
    hidden,
  };
}

async function pageOf(
  item: PublishedItem,
  head: CatalogHead,
  visitor: Visitor,
  ports: ItemPagePorts,
): Promise<ItemPage> {
  const approvers = item.content.approvals.flatMap((step) => step.approvers);
  const picksDates = item.content.form.some(({ type }) => type === 'date' || type === 'dateTime');
  const shown = async (form: readonly FormField[]) =>
    withOptionsOfJira(
      areForGroups(form) ? offeredTo(form, [await visitor.groups()]) : form,
      item.content.fulfilment,
      ports.createFields,
    );
  const structure = structureOf(head);
  const [
    { services },
    ledTo,
    definitions,
    { draft, ...begun },
    names,
    firstDay,
    facts,
    isTold,
    requester,
    previous,
    form,
    usual,
    found,
  ] = await Promise.all([
    structure,
    itemsLedTo(item, head, structure, visitor),
    ports.promiseDefinitions(Object.values(item.content.promise)),
    ports.drafts?.() ?? { draft: null, drafts: [] },
    ports.namesOf(approvers),
    picksDates ? ports.firstDay() : undefined,
    factsOf(item.content, { visitor, requester: whoAsks(visitor), beneficiary: visitor.accountId }),
    isToldPrice(item.content, visitor),
    requesterOf(item.content.form, visitor, ports.profile ?? (async () => null)),
    item.content.form.some((field) => field.default?.kind === 'previous') ? ports.previous?.() : null,
    shown(item.content.form),
    ports.usual?.(item.id) ?? {},
    foundBy(item.content.form, ports.firstIssue ?? (async () => null)),
  ]);
  const former =
    draft && draft.itemVersion !== item.version ? await readVersion(item.id, draft.itemVersion) : null;
  const priced = (fields: readonly FormField[]) => (isTold ? fields : withoutPrices(fields));
  const needs = {
    fields: ports.fieldsOf(definitions),
    values: textsIn(definitions),
  };
  return {
    item: offeredItem(
      { ...item, content: { ...item.content, form: priced(form) } },
      needs,
      isTold,
      new Set(ledTo.map(({ id }) => id)),
    ),
    serviceName: services.find(({ id }) => id === item.content.serviceId)?.name ?? null,
    draft,
    ...begun,
    ...(former && { draftForm: priced(await shown(former.content.form)) }),
    definitions,
    facts,
    ...(Object.keys(requester).length > 0 && { requester }),
    ...(previous && { previous: lastOf(item.content.form, previous) }),
    ...(Object.keys(found).length > 0 && { found }),
    ...(ledTo.length > 0 && { ledTo }),
    ...(firstDay && { firstDay }),
    confluence: ports.confluence,
    approverNames: approvers.flatMap((id) => names.get(id) ?? []),
    ...toldUsual(item, usual, definitions),
  };
}

/** Of clocks that requesters are not told of, nothing. */
function toldUsual(
  { content }: PublishedItem,
  { approval, delivery, stages }: UsualOfItem,
  { metrics }: SlaDefinitions,
): Pick<ItemPage, 'usual'> {
  const { deliveryMetricId } = content.promise;
  const isTold = metrics.some(({ id, visibility }) => id === deliveryMetricId && visibility === 'date');
  const delivered = isTold ? delivery?.[deliveryMetricId ?? ''] : undefined;
  const usual = {
    ...(approval !== undefined && content.approvals.length > 0 && { approval }),
    ...(delivered && {
      delivery: {
        count: delivered.count,
        p50: delivered.p50,
        p85: delivered.p85,
      },
    }),
    ...(stages && { stages }),
  };
  return Object.keys(usual).length > 0 ? { usual } : {};
}

/** Of what was answered last only what the form begins with. */
const lastOf = (form: readonly FormField[], previous: Answers): Answers =>
  Object.fromEntries(
    form
      .filter((field) => field.default?.kind === 'previous' && isAnswerable(field))
      .map(({ id }) => [id, previous[id] ?? null]),
  );

/** The items that rules of a form lead to, as far as somebody may order them: of others not even the name is told. */
async function itemsLedTo(
  { content }: PublishedItem,
  head: CatalogHead,
  structure: Promise<CatalogStructure>,
  visitor: Visitor,
): Promise<NonNullable<ItemPage['ledTo']>> {
  const ids = new Set(leadsOf(content).flatMap(({ to }) => (to?.kind === 'item' ? [to.id] : [])));
  if (ids.size === 0) return [];
  const tiles = (await tilesOf(head)).filter(({ id }) => ids.has(id));
  const visible = await visibleTiles(tiles, (await structure).categories, visitor);
  return visible.map(({ id, name }) => ({ id, name }));
}
