import type { SlaDefinitions } from '../sla/engine/model';
import type { ItemPage } from './domain/call-answers';
import { offeredItem, textsIn } from './domain/offered-item';
import type { Draft } from './domain/model';
import { factsOf } from './facts-of';
import { findItemWithHead } from './find-item';
import { readVersion } from './item-store';
import { structureOf } from './store';
import type { Visitor } from './visible-items';

export interface ItemPagePorts {
  /** What computing these metrics' promises needs, and nothing else. */
  readonly promiseDefinitions: (metricIds: readonly string[]) => Promise<SlaDefinitions>;
  /** The Jira fields that definitions look at. */
  readonly fieldsOf: (definitions: SlaDefinitions) => ReadonlySet<string>;
  readonly draft: () => Promise<Draft | null>;
  readonly namesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly confluence: boolean;
  readonly firstDay: () => Promise<ItemPage['firstDay']>;
}

/**
 * An item as somebody about to order it sees it.
 * @throws AppFailure NOT_FOUND, also where the item is not for this person; ITEM_RETIRED.
 */
export async function itemPage(itemId: string, visitor: Visitor, ports: ItemPagePorts): Promise<ItemPage> {
  const { item, head } = await findItemWithHead(itemId, visitor);
  const approvers = item.content.approvals.flatMap((step) => step.approvers);
  const picksDates = item.content.form.some(({ type }) => type === 'date' || type === 'dateTime');
  const [{ services }, definitions, draft, names, firstDay, facts] = await Promise.all([
    structureOf(head),
    ports.promiseDefinitions(Object.values(item.content.promise)),
    ports.draft(),
    ports.namesOf(approvers),
    picksDates ? ports.firstDay() : undefined,
    factsOf(item.content, { ...visitor, requester: visitor.accountId, beneficiary: visitor.accountId }),
  ]);
  const former =
    draft && draft.itemVersion !== item.version ? await readVersion(itemId, draft.itemVersion) : null;
  return {
    item: offeredItem(item, { fields: ports.fieldsOf(definitions), values: textsIn(definitions) }),
    serviceName: services.find(({ id }) => id === item.content.serviceId)?.name ?? null,
    draft,
    ...(former && { draftForm: former.content.form }),
    definitions,
    facts,
    ...(firstDay && { firstDay }),
    confluence: ports.confluence,
    approverNames: approvers.flatMap((id) => names.get(id) ?? []),
  };
}
