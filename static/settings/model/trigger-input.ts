import type { Trigger } from '../../../src/sla/engine/model';

type Changed = Extract<Trigger, { readonly on: 'changed' }>;

/** Which changes of a field count, as one choice. */
export const CHANGE_KINDS = ['to', 'from', 'fromTo', 'set', 'cleared', 'any'] as const;
type ChangeKind = (typeof CHANGE_KINDS)[number];

export function changeKind({ from, to, edge }: Changed): ChangeKind {
  if (edge !== undefined) return edge;
  if (from !== undefined) return to === undefined ? 'from' : 'fromTo';
  return to === undefined ? 'any' : 'to';
}

/** The same event with another choice; values already chosen are kept where they still mean something. */
export function withChangeKind(trigger: Changed, kind: ChangeKind): Changed {
  const { from = [], to = [], and, field } = trigger;
  const base: Changed = { on: 'changed', field, ...(and === undefined ? {} : { and }) };
  switch (kind) {
    case 'to':
      return { ...base, to };
    case 'from':
      return { ...base, from };
    case 'fromTo':
      return { ...base, from, to };
    case 'set':
    case 'cleared':
      return { ...base, edge: kind };
    case 'any':
      return base;
  }
}

/** New events by their kind, each set to what is asked for most, in the order they are offered. */
const NEW: Readonly<Record<Trigger['on'], Trigger>> = {
  created: { on: 'created' },
  changed: { on: 'changed', field: 'status', to: [] },
  commented: { on: 'commented', by: ['agent'], audience: 'public' },
  approval: { on: 'approval', decision: 'approved' },
  linked: { on: 'linked' },
  unlinked: { on: 'unlinked' },
  metric: { on: 'metric', metricId: '', to: 'met' },
  while: { on: 'while', condition: { field: 'statusCategory', op: 'notIn', values: ['done'] } },
};
export const TRIGGER_KINDS = Object.keys(NEW) as readonly Trigger['on'][];

export const newTrigger = (kind: Trigger['on']): Trigger => NEW[kind];
