import { type ReactNode, useMemo } from 'react';
import type { Finding } from '../../../src/kernel/finding';
import { WithFindings } from '../../kit/editor-page/with-findings';
import { ownProblems } from '../model/own-problems';

interface Props {
  readonly problems: readonly Finding[];
  /** Which definition is edited: `metric:delivery`. */
  readonly subject: string;
  readonly children: ReactNode;
}

/** An editor with its problems, each at its part (`ProblemsAt`) and all in a list. */
export function FormProblems({ problems, subject, children }: Props) {
  const findings = useMemo(() => ownProblems(problems, subject), [problems, subject]);
  return <WithFindings findings={findings}>{children}</WithFindings>;
}
