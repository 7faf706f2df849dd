import type { Commitment, JqlSource } from '../../../engine/model';
import { isBounded, jqlFault } from '../../../clocks/domain/jql/bounded-jql';
import { errorIn, warningIn } from '../../../../kernel/finding';
import type { Problem } from './problem';

const queryProblems = (whose: string, at: string, source: JqlSource): readonly Problem[] => {
  const unusable = (['among', 'matching'] as const).flatMap((part) => {
    const fault = jqlFault(source[part]);
    if (fault === null) return [];
    return [errorIn('JQL_UNUSABLE', whose, `${at}.${part}`, { fault })];
  });
  if (unusable.length > 0 || isBounded(source.among) || isBounded(source.matching)) return unusable;
  return [warningIn('JQL_UNBOUNDED', whose, `${at}.among`)];
};

const problemsOf = (whose: string, at: string, { name, target, source }: Commitment): readonly Problem[] => {
  const found: Problem[] = [];
  if (name.trim() === '') found.push(errorIn('NO_NAME', whose, `${at}.name`));
  if (source.kind === 'manual') return found;
  if (target < 0 || target > 100 || Number(target.toFixed(2)) !== target)
    found.push(errorIn('TARGET_NO_SHARE', whose, `${at}.target`, { target }));
  return [...found, ...queryProblems(whose, `${at}.source`, source)];
};

/** Everything wrong with the commitments of an agreement, Jira's own opinion of their queries left out. */
export const commitmentProblems = (
  whose: string,
  at: string,
  commitments: readonly Commitment[],
): readonly Problem[] => [
  ...commitments.flatMap((commitment, index) => problemsOf(whose, `${at}.${index}`, commitment)),
  ...commitments
    .filter(({ id }, index) => commitments.findIndex((each) => each.id === id) < index)
    .map(({ id }) => errorIn('DUPLICATE_ID', whose, at, { id })),
];
