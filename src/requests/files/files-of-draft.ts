import { filesIn } from '../../catalog/domain/files/file-ref';
import type { Draft } from '../../catalog/domain/model';

/** The files that a draft names. */
export const filesOfDraft = ({ answers }: Pick<Draft, 'answers'>): readonly string[] =>
  Object.values(answers).flatMap((answer) => filesIn(answer).map(({ id }) => id));
