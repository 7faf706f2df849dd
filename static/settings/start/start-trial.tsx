import { useState } from 'react';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { offeredItem } from '../../../src/catalog/domain/item/offered-item';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { call } from '../../shared/api';
import { viewer } from '../../shared/context';
import { readsIn } from '../../shared/i18n';
import { TrialForm } from '../items/preview/lazy-preview';
import type { FieldCatalog } from '../model/field-catalog';
import type { Step } from './model/plan';

interface Props {
  /** All of the set-up. */
  readonly plan: readonly Step[];
  readonly itemId: string;
  readonly definitions: SlaDefinitions;
  readonly catalog: FieldCatalog;
}

/** A service of a set-up as it will be, with a form that can be tried: nothing of it is made yet. */
export function StartTrial({ plan, itemId, definitions, catalog }: Props) {
  const [now] = useState(() => Date.now());
  const step = plan.find((each) => each.section === 'item' && each.id === itemId);
  if (step?.section !== 'item') return null;
  const planned = withPlanned(definitions, plan);
  const item = { id: itemId, version: 1, publishedAt: new Date(now).toISOString(), content: step.value };
  const page: ItemPage = {
    item: offeredItem(item, { fields: new Set(), values: new Set() }, true),
    serviceName: plan.find(({ section }) => section === 'service')?.name ?? null,
    draft: null,
    drafts: [],
    definitions: planned,
    facts: {},
    confluence: false,
    approverNames: [],
  };
  return (
    <TrialForm
      key={itemId}
      page={page}
      content={step.value}
      language={readsIn()}
      accountId={viewer().accountId ?? ''}
      around={{ definitions: planned, catalog }}
      // No template asks for anything of those it is for.
      factsOf={async () => ({ facts: {} })}
      tryIt={(answers) => call('requests.tryPlanned', { content: step.value, answers })}
    />
  );
}

/** The definitions of the site with the calendar and the SLAs that the set-up adds. */
function withPlanned(definitions: SlaDefinitions, plan: readonly Step[]): SlaDefinitions {
  const calendars = plan.flatMap((step) => (step.section === 'calendar' ? [step.value] : []));
  const metrics = plan.flatMap((step) => (step.section === 'metric' ? [step.value] : []));
  const others = <T extends { readonly id: string }>(known: readonly T[], added: readonly T[]) => [
    ...known.filter(({ id }) => added.every((each) => each.id !== id)),
    ...added,
  ];
  return {
    ...definitions,
    calendars: others(definitions.calendars, calendars),
    metrics: others(definitions.metrics, metrics),
  };
}
