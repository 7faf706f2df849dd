import type { Condition, Trigger } from '../../../engine/model';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether `b` surely holds whenever `a` does. False means "can't tell", never "no". */
export const conditionImplies = (a: Condition, b: Condition): boolean => {
  if (same(a, b)) return true;
  if ('all' in b) return b.all.every((part) => conditionImplies(a, part));
  if ('any' in a) return a.any.length > 0 && a.any.every((part) => conditionImplies(part, b));
  if ('any' in b) return b.any.some((part) => conditionImplies(a, part));
  if ('all' in a) return a.all.some((part) => conditionImplies(part, b));
  if (!('field' in a) || !('field' in b) || a.field !== b.field) return false;
  if (a.op === 'in' && b.op === 'in') return a.values.every((value) => b.values.includes(value));
  if (a.op === 'in' && b.op === 'notIn') return !a.values.some((value) => b.values.includes(value));
  return a.op === 'in' && b.op === 'set';
};

/** Whether two conditions can surely not hold together; fields are taken to hold one value. */
export const areDisjoint = (a: Condition, b: Condition): boolean => {
  if ('all' in a) return a.all.some((part) => areDisjoint(part, b));
  if ('all' in b) return b.all.some((part) => areDisjoint(a, part));
  if ('any' in a) return a.any.length > 0 && a.any.every((part) => areDisjoint(part, b));
  if ('any' in b) return b.any.length > 0 && b.any.every((part) => areDisjoint(a, part));
  if ('not' in b) return conditionImplies(a, b.not);
  if ('not' in a) return conditionImplies(b, a.not);
  if (a.field !== b.field) return false;
  if (a.op === 'in' && b.op === 'in') return !a.values.some((value) => b.values.includes(value));
  if (a.op === 'in' && b.op === 'notIn') return a.values.every((value) => b.values.includes(value));
  return (
    (a.op === 'empty' && (b.op === 'in' || b.op === 'set')) ||
    (b.op === 'empty' && (a.op === 'in' || a.op === 'set'))
  );
};

/** What surely holds right after a trigger. */
export const holdsAfter = (trigger: Trigger): Condition => {
  if (trigger.on === 'while') return trigger.condition;
  if (trigger.on !== 'changed') return { all: [] };
  const { field, to, edge, and } = trigger;
  return {
    all: [
      ...(to ? [{ field, op: 'in' as const, values: to }] : []),
      ...(edge ? [{ field, op: edge === 'set' ? ('set' as const) : ('empty' as const) }] : []),
      ...(and ? [and] : []),
    ],
  };
};

const isSubset = (part: readonly string[] | undefined, whole: readonly string[] | undefined): boolean =>
  whole === undefined || (part !== undefined && part.every((each) => whole.includes(each)));

/** Whether everything that fires `a` also fires `b`, or makes its state hold. */
export const triggerImplies = (a: Trigger, b: Trigger): boolean => {
  if (same(a, b)) return true;
  if (b.on === 'while') return conditionImplies(holdsAfter(a), b.condition);
  if (a.on === 'changed' && b.on === 'changed' && a.field === b.field) {
    const edge = b.edge === undefined || a.edge === b.edge;
    const and = b.and === undefined || conditionImplies(holdsAfter(a), b.and);
    return edge && and && isSubset(a.from, b.from) && isSubset(a.to, b.to);
  }
  if (a.on === 'commented' && b.on === 'commented') {
    const audience = b.audience === 'any' || a.audience === b.audience;
    return audience && isSubset(a.by, b.by) && isSubset(a.groups, b.groups);
  }
  if (a.on === 'approval' && b.on === 'approval') return b.decision === 'any' || a.decision === b.decision;
  return false;
};
