import type { Condition, FieldValue } from '../model';

/** The current fields while it is replayed. */
export type LiveFields = Record<string, FieldValue>;
export type Test = (fields: LiveFields) => boolean;

const NOTHING: FieldValue = [];

export const valueOf = (fields: LiveFields, field: string): FieldValue => fields[field] ?? NOTHING;

/** A field as a number: digits as they are, dates as instants; NaN when empty. */
export const numberOf = (value: FieldValue): number => {
  const text = value[0];
  if (text === undefined || text === '') return NaN;
  const number = Number(text);
  return Number.isNaN(number) ? Date.parse(text) : number;
};

const holdsAny = (values: readonly string[]): ((value: FieldValue) => boolean) => {
  const wanted = new Set(values);
  return (value) => {
    for (const each of value) if (wanted.has(each)) return true;
    return false;
  };
};

const compare = (op: 'gt' | 'gte' | 'lt' | 'lte', limit: number): ((value: number) => boolean) => {
  switch (op) {
    case 'gt':
      return (value) => value > limit;
    case 'gte':
      return (value) => value >= limit;
    case 'lt':
      return (value) => value < limit;
    case 'lte':
      return (value) => value <= limit;
  }
};

/** A condition as a function of the current fields. An empty field is in no list and compares with nothing. */
export const compileCondition = (condition: Condition): Test => {
  if ('all' in condition) {
    const tests = condition.all.map(compileCondition);
    return (fields) => tests.every((test) => test(fields));
  }
  if ('any' in condition) {
    const tests = condition.any.map(compileCondition);
    return (fields) => tests.some((test) => test(fields));
  }
  if ('not' in condition) {
    const test = compileCondition(condition.not);
    return (fields) => !test(fields);
  }
  const { field } = condition;
  switch (condition.op) {
    case 'in': {
      const holds = holdsAny(condition.values);
      return (fields) => holds(valueOf(fields, field));
    }
    case 'notIn': {
      const holds = holdsAny(condition.values);
      return (fields) => !holds(valueOf(fields, field));
    }
    case 'set':
      return (fields) => valueOf(fields, field).length > 0;
    case 'empty':
      return (fields) => valueOf(fields, field).length === 0;
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte': {
      const holds = compare(condition.op, condition.value);
      return (fields) => holds(numberOf(valueOf(fields, field)));
    }
  }
};

/** Every field a condition looks at. */
export const fieldsOf = (condition: Condition): readonly string[] => {
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  if ('not' in condition) return fieldsOf(condition.not);
  return [condition.field];
};

/** A condition in words, for timelines: `priority in 1, 2`. */
export const describeCondition = (condition: Condition): string => {
  if ('all' in condition) {
    return condition.all.length === 0 ? 'always' : condition.all.map(describeCondition).join(' and ');
  }
  if ('any' in condition) {
    return condition.any.length === 0 ? 'never' : `(${condition.any.map(describeCondition).join(' or ')})`;
  }
  if ('not' in condition) return `not ${describeCondition(condition.not)}`;
  switch (condition.op) {
    case 'in':
      return `${condition.field} in ${condition.values.join(', ')}`;
    case 'notIn':
      return `${condition.field} not in ${condition.values.join(', ')}`;
    case 'set':
    case 'empty':
      return `${condition.field} is ${condition.op}`;
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return `${condition.field} ${condition.op} ${condition.value}`;
  }
};
