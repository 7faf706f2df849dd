import type { Answers } from '../../catalog/domain/model';

/** Whether two forms were filled alike, whatever order their answers come in. Both are checked answers. */
export const sameAnswers = (a: Answers, b: Answers): boolean => canonical(a) === canonical(b);

const canonical = (answers: Answers): string =>
  JSON.stringify(Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1)));
