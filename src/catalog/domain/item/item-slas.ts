/** Which SLAs the work items of an item get: asked by the portal, by the item's own page and by a test request. */
import { justCreated } from '../../../sla/engine';
import type { IdleReason, Instant, MetricResult, SlaDefinitions } from '../../../sla/engine/model';
import type { Answers, ItemContent } from '../model';
import { promisedFields, startStatusOf } from '../form/promised-fields';

/** An SLA as a work item would have it at once, or why it would not. */
export interface ItemSla extends Pick<MetricResult, 'id' | 'name'> {
  /** What the item's page tells requesters by it. */
  readonly shownAs: keyof ItemContent['promise'] | null;
  /** None, of one that does not attach, or waits for its start. */
  readonly cycle: MetricResult['ongoingCycle'];
  /** Why there is none. */
  readonly idle?: IdleReason | undefined;
}

/**
 * What each SLA says of the work item that these answers would make at an instant (UTC milliseconds), in the order of their
 * definitions, those of the item's promise included that nothing attaches. What the app can't know before it (the fields that
 * Jira itself fills) counts as empty.
 * @throws what the engine throws of definitions that can't be replayed.
 */
export function slasOfItem(
  definitions: SlaDefinitions,
  content: ItemContent,
  { answers, requester, at }: { readonly answers: Answers; readonly requester: string; readonly at: Instant },
): readonly ItemSla[] {
  const fields = promisedFields({ ...content, startStatusId: startStatusOf(content) }, answers, requester);
  return justCreated(definitions, fields, at, { trace: true }).map(({ id, name, ongoingCycle, idle }) => ({
    id,
    name,
    shownAs: shownAs(content, id),
    cycle: ongoingCycle,
    ...(idle && { idle }),
  }));
}

const SHOWN = ['deliveryMetricId', 'firstResponseMetricId'] as const;

const shownAs = ({ promise }: ItemContent, metricId: string): ItemSla['shownAs'] =>
  SHOWN.find((key) => promise[key] === metricId) ?? null;

/**
 * The questions whose answers decide which SLAs attach and what they promise: those that fill, by themselves, a field that the SLAs look at.
 */
export function decidingQuestions(
  { form, fulfilment }: Pick<ItemContent, 'form' | 'fulfilment'>,
  watched: ReadonlySet<string>,
): ItemContent['form'] {
  const asked = new Set(
    fulfilment.mappings
      .filter(({ jiraField }) => watched.has(jiraField))
      .flatMap(({ source }) => {
        if (source.kind === 'answer') return [source.field];
        return source.kind === 'matrix' ? [source.rows, source.columns] : [];
      }),
  );
  return form.filter(({ id }) => asked.has(id));
}
