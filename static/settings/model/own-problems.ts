import type { Finding } from '../../../src/kernel/finding';

/** A problem of the definition being edited. */
export interface OwnProblem extends Finding {
  /** Its path inside the definition, `goals.0.target`; empty for the whole, and for what a save was refused for elsewhere. */
  readonly own: string;
  /** The nearest part of the editor that can show it. */
  readonly shownAt: string;
}

/** Problems with their paths inside one definition. */
export const ownProblems = (
  problems: readonly Finding[],
  subject: string,
): readonly Omit<OwnProblem, 'shownAt'>[] =>
  problems.map((problem) => ({ ...problem, own: problem.whose === subject ? problem.at : '' }));

/** The longest of the shown paths that a problem's path begins with; empty when none does. */
export function nearestPath(own: string, shown: readonly string[]): string {
  const fits = shown.filter((path) => own === path || own.startsWith(`${path}.`));
  return fits.reduce((longest, path) => (path.length > longest.length ? path : longest), '');
}
