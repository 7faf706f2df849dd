import type { Commitment, JqlSource } from '../model';
import { isBounded, jqlFault } from '../performance/bounded-jql';
import { type Problem, refusal, warning } from './problem';

const FAULTS = {
  unbalanced: 'Its quotes or parentheses do not match.',
  orderBy: 'It is counted, so it has no order.',
} as const;

const queryProblems = (subject: string, path: string, source: JqlSource): readonly Problem[] => {
  const unusable = (['among', 'matching'] as const).flatMap((part) => {
    const fault = jqlFault(source[part]);
    if (fault === null) return [];
    return [
      refusal('JQL_UNUSABLE', subject, `${path}.${part}`, FAULTS[fault], 'Write a query without ORDER BY.'),
    ];
  });
  if (unusable.length > 0 || isBounded(source.among) || isBounded(source.matching)) return unusable;
  return [
    warning(
      'JQL_UNBOUNDED',
      subject,
      `${path}.among`,
      'Neither query names the period, so every period counts the same work items.',
      'Write for instance resolved >= {from} AND resolved < {to}.',
    ),
  ];
};

const problemsOf = (
  subject: string,
  path: string,
  { name, target, source }: Commitment,
): readonly Problem[] => {
  const found: Problem[] = [];
  if (name.trim() === '')
    found.push(
      refusal(
        'NO_NAME',
        subject,
        `${path}.name`,
        'It has no name, so nobody could tell it from another.',
        'Give it a name.',
      ),
    );
  if (source.kind === 'manual') return found;
  if (target < 0 || target > 100 || Number(target.toFixed(2)) !== target)
    found.push(
      refusal(
        'TARGET_NO_SHARE',
        subject,
        `${path}.target`,
        `The target of ${target} is compared with a share of work items.`,
        'Use a percentage from 0 to 100 with at most two decimals.',
      ),
    );
  return [...found, ...queryProblems(subject, `${path}.source`, source)];
};

/** Everything wrong with the commitments of an agreement, Jira's own opinion of their queries left out. */
export const commitmentProblems = (
  subject: string,
  path: string,
  commitments: readonly Commitment[],
): readonly Problem[] => [
  ...commitments.flatMap((commitment, index) => problemsOf(subject, `${path}.${index}`, commitment)),
  ...commitments
    .filter(({ id }, index) => commitments.findIndex((each) => each.id === id) < index)
    .map(({ id }) =>
      refusal('DUPLICATE_ID', subject, path, `Two commitments have the id "${id}".`, 'Give each its own.'),
    ),
];
