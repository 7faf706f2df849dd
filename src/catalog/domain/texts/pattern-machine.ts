/**
 * Matches a pattern by following all its ways at once, so that no answer takes longer than the pattern's steps times
 * its length: nothing is ever tried again (Thompson, 1968).
 */
import type { PatternNode } from './pattern-syntax';

/** Longer answers are not matched against a pattern at all: they are too long for it. */
export const MAX_PATTERN_INPUT = 300;
/** With every repetition written out. With the longest answer: one and a half million steps, some hundredths of a second. */
const MAX_STEPS = 5_000;

type Step =
  | { readonly do: 'take'; readonly character: number }
  | { readonly do: 'place'; readonly at: Extract<PatternNode, { readonly kind: 'place' }>['at'] }
  | { readonly do: 'ahead'; readonly program: readonly Step[]; readonly wanted: boolean }
  | { do: 'either'; readonly first: number; second: number }
  | { readonly do: 'jump'; readonly to: number }
  | { readonly do: 'done' };

/** Whether texts match as a whole. */
export type Matcher = (text: string) => boolean;

/** The matcher of a pattern; null when it has more steps than an answer may cost. */
export function matcherOf(pattern: PatternNode, ignoreCase: boolean): Matcher | null {
  if (stepsOf(pattern) > MAX_STEPS) return null;
  const sources: string[] = [];
  const program = programOf(pattern, sources);
  const characters = sources.map((source) => new RegExp(`^${source}$`, ignoreCase ? 'iu' : 'u'));
  return (text) => text.length <= MAX_PATTERN_INPUT && matches(program, [...text], characters, 0, true);
}

/** No answer is longer: more repetitions than its characters say the same as one more than that. */
const bounded = (times: number): number => Math.min(times, MAX_PATTERN_INPUT + 1);

/** Never less than the program's length; looking ahead may read the rest of the answer at each of its characters. */
function stepsOf(node: PatternNode): number {
  const sum = (nodes: readonly PatternNode[], besides: number): number =>
    nodes.reduce((steps, each) => steps + stepsOf(each) + besides, 0);
  switch (node.kind) {
    case 'character':
    case 'place':
      return 1;
    case 'ahead':
      return 1 + (MAX_PATTERN_INPUT + 1) * (1 + stepsOf(node.node));
    case 'sequence':
      return sum(node.nodes, 0);
    case 'choice':
      return sum(node.nodes, 2);
    case 'repeat': {
      const once = stepsOf(node.node);
      const least = bounded(node.least) * once;
      return node.most === Infinity
        ? least + once + 2
        : least + (bounded(node.most) - bounded(node.least)) * (once + 1);
    }
  }
}

function programOf(pattern: PatternNode, sources: string[]): readonly Step[] {
  const steps: Step[] = [];

  const either = (): Extract<Step, { do: 'either' }> => {
    const step = { do: 'either' as const, first: steps.length + 1, second: 0 };
    steps.push(step);
    return step;
  };
  const write = (node: PatternNode): void => {
    switch (node.kind) {
      case 'character':
        steps.push({ do: 'take', character: indexOf(node.source, sources) });
        return;
      case 'place':
        steps.push({ do: 'place', at: node.at });
        return;
      case 'ahead':
        steps.push({ do: 'ahead', program: programOf(node.node, sources), wanted: node.wanted });
        return;
      case 'sequence':
        node.nodes.forEach(write);
        return;
      case 'choice':
        writeChoice(node.nodes);
        return;
      case 'repeat':
        writeRepeat(node);
    }
  };
  const writeChoice = ([first, ...rest]: readonly PatternNode[]): void => {
    if (first === undefined) return;
    if (rest.length === 0) {
      write(first);
      return;
    }
    const fork = either();
    write(first);
    const end = { do: 'jump' as const, to: 0 };
    steps.push(end);
    fork.second = steps.length;
    writeChoice(rest);
    end.to = steps.length;
  };
  const writeRepeat = ({ node, least, most }: Extract<PatternNode, { readonly kind: 'repeat' }>): void => {
    for (let times = 0; times < bounded(least); times += 1) write(node);
    if (most === Infinity) {
      const start = steps.length;
      const fork = either();
      write(node);
      steps.push({ do: 'jump', to: start });
      fork.second = steps.length;
      return;
    }
    const forks: Extract<Step, { do: 'either' }>[] = [];
    for (let times = bounded(least); times < bounded(most); times += 1) {
      forks.push(either());
      write(node);
    }
    for (const fork of forks) fork.second = steps.length;
  };

  write(pattern);
  steps.push({ do: 'done' });
  return steps;
}

function indexOf(source: string, sources: string[]): number {
  const known = sources.indexOf(source);
  return known >= 0 ? known : sources.push(source) - 1;
}

/** Whether the program gets through from one character on: to the end of the text, or anywhere. */
function matches(
  program: readonly Step[],
  text: readonly string[],
  characters: readonly RegExp[],
  from: number,
  whole: boolean,
): boolean {
  /** The last character at which each step was reached, plus one: no step is looked at twice there. */
  const reached = new Uint32Array(program.length);
  const waiting = [0];
  let taking: number[] = [];
  for (let at = from; at <= text.length && waiting.length > 0; at += 1) {
    for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
      const one = program[step];
      if (one === undefined || reached[step] === at + 1) continue;
      reached[step] = at + 1;
      switch (one.do) {
        case 'take':
          taking.push(step);
          break;
        case 'jump':
          waiting.push(one.to);
          break;
        case 'either':
          waiting.push(one.first, one.second);
          break;
        case 'place':
          if (isAt(one.at, text, at)) waiting.push(step + 1);
          break;
        case 'ahead':
          if (matches(one.program, text, characters, at, false) === one.wanted) waiting.push(step + 1);
          break;
        case 'done':
          if (!whole || at === text.length) return true;
      }
    }
    const fits = fitting(characters, text[at]);
    for (const step of taking) {
      const one = program[step];
      if (one?.do === 'take' && fits(one.character)) waiting.push(step + 1);
    }
    taking = [];
  }
  return false;
}

/** Asks of each kind of character once whether this one is of it. */
function fitting(characters: readonly RegExp[], character: string | undefined): (kind: number) => boolean {
  const known: (boolean | undefined)[] = [];
  return (kind) => (known[kind] ??= character !== undefined && (characters[kind]?.test(character) ?? false));
}

const isWord = (character: string | undefined): boolean => character !== undefined && /^\w$/.test(character);

function isAt(place: Extract<Step, { do: 'place' }>['at'], text: readonly string[], at: number): boolean {
  if (place === 'start') return at === 0;
  if (place === 'end') return at === text.length;
  return (isWord(text[at - 1]) !== isWord(text[at])) === (place === 'wordEdge');
}
