/**
 * Formulas of calculated numbers: numbers, `{{field.<id>}}`, `+ - * /`, parentheses, and the functions below. Parsed here and never
 * run as code; the same in the browser and in the backend.
 */
import type { Answer } from '../model';
import { millisecondsOf } from './moments';

type Value = number | string;
export type Formula = (answerOf: (id: string) => Answer) => number;

/** Where a formula can't be read: the place, from nought, in its text. */
export class FormulaFault extends Error {
  constructor(readonly at: number) {
    super('FORMULA');
  }
}

const DAY_MS = 86_400_000;
const between = (from: Value, to: Value, unit: number): number =>
  (millisecondsOf(String(to)) - millisecondsOf(String(from))) / unit;

/** `days` and `hours` lie between two dates; a later first date makes them negative. */
const FUNCTIONS = new Map<string, (...values: readonly Value[]) => number>(
  Object.entries({
    days: (from: Value = '', to: Value = '') => Math.floor(between(from, to, DAY_MS)),
    hours: (from: Value = '', to: Value = '') => between(from, to, 3_600_000),
    min: (...values: readonly Value[]) => Math.min(...values.map(Number)),
    max: (...values: readonly Value[]) => Math.max(...values.map(Number)),
    round: (value: Value = Number.NaN) => Math.round(Number(value)),
  }),
);
/** Those that are given dates. */
const OF_DATES: readonly string[] = ['days', 'hours'];

const TOKEN = /\s*(?:\{\{\s*field\.([\w.-]+)\s*\}\}|(\d+(?:\.\d+)?)|([a-z]+)|([-+*/(),]))/y;
/** No formula that people write is deeper. */
const MOST_DEPTH = 50;

type Evaluate = (answerOf: (id: string) => Answer) => Value;

interface Read {
  readonly formula: Formula;
  /** The questions it looks at: of numbers, and of dates. */
  readonly numbers: readonly string[];
  readonly dates: readonly string[];
}

/** Reads a formula. @throws FormulaFault with the place where it can't be read. */
export function readFormula(text: string): Read {
  let at = 0;
  let depth = 0;
  const used = { numbers: new Set<string>(), dates: new Set<string>() };

  const next = (): RegExpExecArray | null => {
    TOKEN.lastIndex = at;
    return TOKEN.exec(text);
  };
  const takes = (...signs: readonly string[]): string | undefined => {
    const sign = next()?.[4];
    if (sign === undefined || !signs.includes(sign)) return undefined;
    at = TOKEN.lastIndex;
    return sign;
  };
  const needs = (sign: string): void => {
    if (takes(sign) === undefined) throw new FormulaFault(at);
  };
  const chain = (
    part: () => Evaluate,
    apply: Readonly<Record<string, (a: number, b: number) => number>>,
  ): Evaluate => {
    let left = part();
    for (let sign = takes(...Object.keys(apply)); sign !== undefined; sign = takes(...Object.keys(apply))) {
      const [one, two, does] = [left, part(), apply[sign]!];
      left = (answers) => does(Number(one(answers)), Number(two(answers)));
    }
    return left;
  };
  const sum = (of: 'numbers' | 'dates'): Evaluate =>
    chain(() => chain(() => single(of), { '*': (a, b) => a * b, '/': (a, b) => a / b }), {
      '+': (a, b) => a + b,
      '-': (a, b) => a - b,
    });
  const single = (of: 'numbers' | 'dates'): Evaluate => {
    if ((depth += 1) > MOST_DEPTH) throw new FormulaFault(at);
    try {
      if (takes('-') !== undefined) {
        const value = single(of);
        return (answers) => -Number(value(answers));
      }
      if (takes('(') !== undefined) {
        const inner = sum(of);
        needs(')');
        return inner;
      }
      const [whole, id, number, name] = next() ?? [];
      if (whole === undefined) throw new FormulaFault(at);
      if (name !== undefined && !FUNCTIONS.has(name)) throw new FormulaFault(at);
      at = TOKEN.lastIndex;
      if (number !== undefined) return () => Number(number);
      if (id !== undefined) {
        used[of].add(id);
        return (answers) => valueOf(answers(id), of);
      }
      return call(name ?? '');
    } finally {
      depth -= 1;
    }
  };
  const call = (name: string): Evaluate => {
    const run = FUNCTIONS.get(name);
    if (run === undefined) throw new FormulaFault(at);
    const of = OF_DATES.includes(name) ? 'dates' : 'numbers';
    needs('(');
    const values = [sum(of)];
    while (takes(',') !== undefined) values.push(sum(of));
    needs(')');
    if (of === 'dates' && values.length !== 2) throw new FormulaFault(at);
    return (answers) => run(...values.map((value) => value(answers)));
  };

  const result = sum('numbers');
  if (text.slice(at).trim() !== '') throw new FormulaFault(at);
  return {
    formula: (answerOf) => Number(result(answerOf)),
    numbers: [...used.numbers],
    dates: [...used.dates],
  };
}

/** What has no number, or no date, makes the whole have none. */
const valueOf = (answer: Answer, of: 'numbers' | 'dates'): Value =>
  of === 'dates'
    ? typeof answer === 'string'
      ? answer
      : ''
    : typeof answer === 'number'
      ? answer
      : Number.NaN;

/** The number, without the noise of binary fractions; `null` where something it needs is not answered, and for what is no number. */
export function calculated(text: string, answerOf: (id: string) => Answer): number | null {
  try {
    const value = readFormula(text).formula(answerOf);
    return Number.isFinite(value) ? Number(value.toFixed(9)) : null;
  } catch (fault) {
    if (fault instanceof FormulaFault) return null;
    throw fault;
  }
}
