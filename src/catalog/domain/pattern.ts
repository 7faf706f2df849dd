/** Longer answers are not matched against a pattern at all: they are too long for it. */
export const MAX_PATTERN_INPUT = 300;
export const MAX_PATTERN_LENGTH = 200;
const MAX_OPEN_QUANTIFIERS = 3;

export type PatternFault = 'invalid' | 'tooLong' | 'unsafe';

/**
 * Why a pattern may not be used, or `null`. Unsafe is what could take more than a moment on a hostile answer: a
 * repeated group that itself repeats or chooses, a back reference, or more than three open-ended repetitions.
 */
export function patternFault(regex: string): PatternFault | null {
  if (regex.length > MAX_PATTERN_LENGTH) return 'tooLong';
  if (compile(regex) === null) return 'invalid';
  return isUnsafe(regex) ? 'unsafe' : null;
}

/** Whether the whole answer matches. A pattern that may not be used matches nothing. */
export function matchesPattern(regex: string, answer: string): boolean {
  if (answer.length > MAX_PATTERN_INPUT || patternFault(regex) !== null) return false;
  return compile(regex)?.test(answer) ?? false;
}

function compile(regex: string): RegExp | null {
  try {
    return new RegExp(`^(?:${regex})$`, 'u');
  } catch {
    return null;
  }
}

const OPEN_QUANTIFIER = /^(?:[*+]|\{\d+,\d*\})/;

function isUnsafe(regex: string): boolean {
  if (/\\[1-9k]/.test(regex)) return true;
  const groups: boolean[] = []; // per open group: does it repeat or choose inside?
  let open = 0;
  for (let at = 0; at < regex.length; at += 1) {
    const char = regex[at];
    if (char === '\\') {
      at += 1;
    } else if (char === '[') {
      at = endOfClass(regex, at);
    } else if (char === '(') {
      groups.push(false);
    } else if (char === ')') {
      const busy = groups.pop() ?? false;
      if (busy && OPEN_QUANTIFIER.test(regex.slice(at + 1))) return true;
      if (busy) markParent(groups);
    } else if (char === '|') {
      markParent(groups);
    } else if (OPEN_QUANTIFIER.test(regex.slice(at))) {
      open += 1;
      markParent(groups);
    }
  }
  return open > MAX_OPEN_QUANTIFIERS;
}

function markParent(groups: boolean[]): void {
  if (groups.length > 0) groups[groups.length - 1] = true;
}

function endOfClass(regex: string, start: number): number {
  for (let at = start + 1; at < regex.length; at += 1) {
    if (regex[at] === '\\') at += 1;
    else if (regex[at] === ']') return at;
  }
  return regex.length;
}
