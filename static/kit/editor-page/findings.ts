import { createContext, useContext } from 'react';
import type { Finding } from '../../../src/kernel/finding';

/** What is wrong with the thing that is edited, in the viewer's words. */
export interface EditorFinding {
  /** Its path inside the thing, `goals.0.target`; empty for the whole, and for what a save was refused for elsewhere. */
  readonly at: string;
  readonly severity: Finding['severity'];
  readonly text: string;
}

/** What an editor's parts know of its findings. */
export interface Findings {
  readonly all: readonly EditorFinding[];
  /** Paths of the parts that are on the screen. */
  readonly places: readonly string[];
  /** Another object whenever findings came, or somebody asked to be led to one: what is folded around it opens. */
  readonly attention: object;
  readonly lead: (finding: EditorFinding) => void;
  /** A part is on the screen, until the answer is called. */
  readonly enter: (path: string, part: HTMLElement) => () => void;
}

export const FindingsContext = createContext<Findings>({
  all: [],
  places: [],
  attention: {},
  lead: () => undefined,
  enter: () => () => undefined,
});

const isIn = (at: string, path: string): boolean => at === path || at.startsWith(`${path}.`);

/** The longest of the paths that a finding's path begins with; empty when none does. */
export function nearestPath(at: string, paths: readonly string[]): string {
  return paths
    .filter((path) => isIn(at, path))
    .reduce((longest, path) => (path.length > longest.length ? path : longest), '');
}

/** The findings in some paths and below them. */
export const findingsIn = (
  all: readonly EditorFinding[],
  paths: readonly string[],
): readonly EditorFinding[] => all.filter(({ at }) => paths.some((path) => isIn(at, path)));

/** What asks for a folded part to be open: the findings in it, or only the refusals, if there are any. */
export function useAttention(paths: readonly string[], which: 'all' | 'errors' = 'all'): object | null {
  const { all, attention } = useContext(FindingsContext);
  const asks = findingsIn(all, paths).some(({ severity }) => which === 'all' || severity === 'error');
  return asks ? attention : null;
}
