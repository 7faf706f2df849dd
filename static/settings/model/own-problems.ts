import type { Finding } from '../../../src/kernel/finding';
import type { EditorFinding } from '../../kit/editor-page/findings';
import { problemText } from './problem-text';

/** Problems as an editor of one definition tells them: what concerns another one has no place in it. */
export const ownProblems = (problems: readonly Finding[], subject: string): readonly EditorFinding[] =>
  problems.map((problem) => ({
    at: problem.whose === subject ? problem.at : '',
    severity: problem.severity,
    text: problemText(problem),
  }));
