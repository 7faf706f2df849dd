import type { Problem } from '../../../src/sla/contract';

/** A problem of the definition being edited. */
export interface OwnProblem extends Problem {
  /** Its path inside the definition, `goals.0.target`; empty for the whole. */
  readonly own: string;
  /** The nearest part of the editor that can show it. */
  readonly at: string;
}

/**
 * The problems of one definition. Those of a refused save carry the subject in their path, those of stored
 * definitions beside it; a problem of another definition is left out unless a save was refused for it.
 */
export function ownProblems(
  problems: readonly Problem[],
  subject: string,
): readonly Omit<OwnProblem, 'at'>[] {
  return problems.flatMap((problem) => {
    if (problem.subject === subject) return [{ ...problem, own: problem.path }];
    if (problem.subject !== '') return [];
    const inside = problem.path.startsWith(`${subject}.`);
    return [{ ...problem, own: inside ? problem.path.slice(subject.length + 1) : '' }];
  });
}

/** The longest of the shown paths that a problem's path begins with; empty when none does. */
export function nearestPath(own: string, shown: readonly string[]): string {
  const fits = shown.filter((path) => own === path || own.startsWith(`${path}.`));
  return fits.reduce((longest, path) => (path.length > longest.length ? path : longest), '');
}
