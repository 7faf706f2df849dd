import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../../src/kernel/finding';
import { nearestPath, type OwnProblem, ownProblems } from '../model/own-problems';
import { ProblemList } from './problem-list';
import { ProblemsContext } from './problems-at';

interface Props {
  readonly problems: readonly Finding[];
  /** Which definition is edited: `metric:delivery`. */
  readonly subject: string;
  readonly children: ReactNode;
}

const FOCUSABLE =
  'input:not([type="hidden"]):not([disabled]), select:not([disabled]), textarea, button:not([disabled])';

/**
 * An editor with its problems: what no part of it can show is listed at the top, everything else stands at its field,
 * and the first refusal gets the focus: its field, or the list where it has none. Parts are `ProblemsAt`.
 */
export function FormProblems({ problems, subject, children }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const own = useMemo(() => ownProblems(problems, subject), [problems, subject]);
  const [placed, setPlaced] = useState<readonly OwnProblem[]>([]);
  const refused = own.find(({ severity }) => severity === 'error');

  useEffect(() => {
    const parts = [...(root.current?.querySelectorAll<HTMLElement>('[data-problem-path]') ?? [])];
    const shown = parts.map((part) => part.dataset['problemPath'] ?? '');
    setPlaced(own.map((problem) => ({ ...problem, shownAt: nearestPath(problem.own, shown) })));
  }, [own]);

  useEffect(() => {
    if (refused === undefined) return;
    const at = placed.find(({ own: path }) => path === refused.own)?.shownAt;
    const part = [...(root.current?.querySelectorAll<HTMLElement>('[data-problem-path]') ?? [])].find(
      (each) => each.dataset['problemPath'] === at && at !== '',
    );
    (part?.querySelector<HTMLElement>(FOCUSABLE) ?? summary.current)?.focus();
  }, [refused, placed]);

  return (
    <div ref={root}>
      <div ref={summary} tabIndex={-1}>
        <ProblemList problems={placed.length > 0 ? placed : own} />
      </div>
      <ProblemsContext.Provider value={placed}>{children}</ProblemsContext.Provider>
    </div>
  );
}
