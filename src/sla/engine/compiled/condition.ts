import { compile, leavesOf } from '../../../kernel/condition';
import type { Condition, Fields, FieldTest, FieldValue } from '../model';
import { type LiveFields, Slots, valueIn } from './slots';

export type Test = (fields: LiveFields) => boolean;

/** A field as a number: digits as they are, dates as instants; NaN when empty. */
export const numberOf = (value: FieldValue): number => {
  const text = value[0];
  if (text === undefined || text === '') return NaN;
  const number = Number(text);
  return Number.isNaN(number) ? Date.parse(text) : number;
};

/** Longer lists are looked up, shorter ones are walked: most conditions name a handful of values. */
const WALKED = 8;

/** Whether two lists share a value. */
export const hasAny = (value: FieldValue, wanted: readonly string[]): boolean => {
  for (let i = 0; i < value.length; i++) {
    const each = value[i];
    for (let j = 0; j < wanted.length; j++) if (wanted[j] === each) return true;
  }
  return false;
};

const compileIn = (values: readonly string[], slot: number): Test => {
  if (values.length <= WALKED) return (fields) => hasAny(valueIn(fields, slot), values);
  const wanted = new Set(values);
  return (fields) => {
    for (const each of valueIn(fields, slot)) if (wanted.has(each)) return true;
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
export const compileCondition = (condition: Condition, slots: Slots): Test =>
  compile<FieldTest, LiveFields>(condition, (test) => compileTest(test, slots.of(test.field)));

const compileTest = (test: FieldTest, slot: number): Test => {
  switch (test.op) {
    case 'in':
      return compileIn(test.values, slot);
    case 'notIn': {
      const within = compileIn(test.values, slot);
      return (fields) => !within(fields);
    }
    case 'set':
      return (fields) => valueIn(fields, slot).length > 0;
    case 'empty':
      return (fields) => valueIn(fields, slot).length === 0;
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte': {
      const holds = compare(test.op, test.value);
      return (fields) => holds(numberOf(valueIn(fields, slot)));
    }
  }
};

/** Every field a condition looks at. */
export const fieldsOf = (condition: Condition): readonly string[] =>
  leavesOf(condition).map(({ field }) => field);

/** Whether a condition holds of fields by name: for a single question; a replay compiles. */
export const holdsOf = (condition: Condition, fields: Fields): boolean => {
  const slots = new Slots([...new Set(fieldsOf(condition))]);
  return compileCondition(condition, slots)(slots.read(fields));
};
