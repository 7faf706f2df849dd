import { createContext, type ReactNode, useContext } from 'react';
import { problemText } from '../model/problem-text';
import type { OwnProblem } from '../model/own-problems';
import forms from '../../kit/forms.module.css';

/** The problems of the definition being edited, by their path in it. */
export const ProblemsContext = createContext<readonly OwnProblem[]>([]);

interface Props {
  /** A field of the definition: `goals.0.target`. Everything wrong with it or inside it is told below. */
  readonly path: string;
  readonly children: ReactNode;
}

/** A part of an editor, and below it what is wrong there and how to mend it. */
export function ProblemsAt({ path, children }: Props) {
  const problems = useContext(ProblemsContext).filter((problem) => problem.shownAt === path);
  return (
    <div data-problem-path={path}>
      {children}
      {problems.map((problem, index) => (
        <p key={index} className={problem.severity === 'error' ? forms.error : forms.hint}>
          {problemText(problem)}
        </p>
      ))}
    </div>
  );
}
