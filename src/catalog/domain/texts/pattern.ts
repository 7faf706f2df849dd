/** The patterns that editors give for answers: JavaScript's regular expressions, matched in linear time. */
import { type Matcher, matcherOf } from './pattern-machine';
import { parsePattern } from './pattern-syntax';

export const MAX_PATTERN_LENGTH = 200;

export type PatternFault = 'invalid' | 'tooLong' | 'unsafe';

/**
 * Why a pattern may not be used, or `null`. Unsafe is what can't be matched in linear time (back references, looking
 * behind, changed flags) and what has too many steps once its repetitions are written out.
 */
export function patternFault(regex: string): PatternFault | null {
  const read = readPattern(regex);
  return typeof read === 'string' ? read : null;
}

/** Whether the whole answer matches. A pattern that may not be used matches nothing, nor does an answer too long for it. */
export function matchesPattern(regex: string, answer: string, ignoreCase = false): boolean {
  const read = readPattern(regex, ignoreCase);
  return typeof read !== 'string' && read(answer);
}

function readPattern(regex: string, ignoreCase = false): Matcher | PatternFault {
  if (regex.length > MAX_PATTERN_LENGTH) return 'tooLong';
  if (!isValid(regex)) return 'invalid';
  const pattern = parsePattern(regex);
  return (pattern && matcherOf(pattern, ignoreCase)) ?? 'unsafe';
}

/** JavaScript only reads it: it is never matched with what JavaScript made of it. */
function isValid(regex: string): boolean {
  try {
    return new RegExp(regex, 'u').source !== '';
  } catch {
    return false;
  }
}
