import type { Answer } from '../model';

/** An answer as Jira's fields take it: texts, option ids, digits; none of what was not answered. */
export function plainTexts(answer: Answer | undefined): readonly string[] {
  if (answer === undefined || answer === null || answer === '') return [];
  return typeof answer === 'object' ? answer : [String(answer)];
}
