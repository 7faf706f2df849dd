import type { Trigger } from '../../../src/sla/engine/model';

type Changed = Extract<Trigger, { readonly on: 'changed' }>;

/** Which changes of a field count, as one choice. */
export type ChangeKind = 'to' | 'from' | 'fromTo' | 'set' | 'cleared' | 'any';

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

export const TRIGGER_KINDS = [
  'created',
  'changed',
  'commented',
  'approval',
  'linked',
  'unlinked',
  'metric',
  'while',
] as const satisfies readonly Trigger['on'][];

/** A new event of a kind, set to what is asked for most. */
export function newTrigger(kind: Trigger['on']): Trigger {
  switch (kind) {
    case 'created':
      return { on: 'created' };
    case 'changed':
      return { on: 'changed', field: 'status', to: [] };
    case 'commented':
      return { on: 'commented', by: ['agent'], audience: 'public' };
    case 'approval':
      return { on: 'approval', decision: 'approved' };
    case 'linked':
    case 'unlinked':
      return { on: kind };
    case 'metric':
      return { on: 'metric', metricId: '', to: 'met' };
    case 'while':
      return { on: 'while', condition: { field: 'statusCategory', op: 'notIn', values: ['done'] } };
  }
}
